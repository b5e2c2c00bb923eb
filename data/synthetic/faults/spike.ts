/** A short burst far above the ordinary. */

import type { Fault } from "./fault.ts";
import { replaceRows } from "./replace_rows.ts";

/** 1 to 3 hours with 2 to 5 of the meter's scales on top, drawn anew for every hour. */
export const spike: Fault = {
  name: "spike",
  describes: "2 to 5 scales on top, for a moment",
  hours: [1, 3],
  inject(series, window, random, { load }) {
    return replaceRows(
      series,
      window,
      (row) => series.kwh[row] + (2 + 3 * random()) * load.scale,
    );
  },
};
