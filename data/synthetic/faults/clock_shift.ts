/** A meter whose clock is wrong. */

import { uniformInteger } from "../random.ts";
import { HOUR_MS } from "../site.ts";
import { readingAt } from "./reading_at.ts";
import type { Fault } from "./fault.ts";
import { replaceRows } from "./replace_rows.ts";

/** 3 to 10 days of readings that belong 3 to 11 hours earlier or later. */
export const clockShift: Fault = {
  name: "clock_shift",
  describes: "readings carry a time that is wrong by 3 to 11 hours",
  hours: [72, 240],
  inject(series, window, random) {
    const hours = uniformInteger(random, 3, 11) * (random() < 0.5 ? -1 : 1);
    return replaceRows(
      series,
      window,
      (row) => readingAt(series, series.ts[row] + hours * HOUR_MS),
    );
  },
};
