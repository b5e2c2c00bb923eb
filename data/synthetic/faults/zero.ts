/** A meter that reports nothing used. */

import type { Fault } from "./fault.ts";
import { replaceRows } from "./replace_rows.ts";

/** Every reading of the window is 0: 6 to 48 hours. */
export const zero: Fault = {
  name: "zero",
  describes: "the meter reads 0",
  hours: [6, 48],
  inject(series, window) {
    return replaceRows(series, window, () => 0);
  },
};
