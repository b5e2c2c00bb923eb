/** A register that repeats its last reading. */

import type { Fault } from "./fault.ts";
import { replaceRows } from "./replace_rows.ts";

/** The first reading of the window is repeated to its end: 12 to 72 hours. */
export const stuck: Fault = {
  name: "stuck",
  describes: "the meter repeats one reading",
  hours: [12, 72],
  inject(series, window) {
    const held = series.kwh.subarray(window.from, window.to).find((kwh) => !Number.isNaN(kwh));
    return replaceRows(series, window, () => held ?? NaN);
  },
};
