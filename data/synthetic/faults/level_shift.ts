/** A load that steps to another level, such as by a wrong current-transformer ratio. */

import { drawFactor } from "./factor.ts";
import type { Fault } from "./fault.ts";
import { replaceRows } from "./replace_rows.ts";

/** 3 to 14 days multiplied by one factor, up or down by 0.75 to 1.5 scales of the median. */
export const levelShift: Fault = {
  name: "level_shift",
  describes: "readings times a constant that moves the median by 0.75 to 1.5 scales",
  hours: [72, 336],
  inject(series, window, random, { load }) {
    const factor = drawFactor(load, 0.75, 1.5, random);
    return replaceRows(series, window, (row) => factor * series.kwh[row]);
  },
};
