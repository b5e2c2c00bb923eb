/** Two meters that were taken for each other. */

import type { Fault } from "./fault.ts";
import { readingAt } from "./reading_at.ts";
import { replaceRows } from "./replace_rows.ts";

/** 3 to 10 days of the donor's readings at the same times, as they are. */
export const meterSwap: Fault = {
  name: "meter_swap",
  describes: "the readings are those of another meter",
  hours: [72, 240],
  inject(series, window, _random, { donor }) {
    if (donor === undefined) throw new RangeError("Cannot swap the meter as there is no other one");
    return replaceRows(series, window, (row) => readingAt(donor, series.ts[row]));
  },
};
