/** Equipment that runs through the night. */

import { HOUR_MS } from "../site.ts";
import type { Fault } from "./fault.ts";
import { replaceRows } from "./replace_rows.ts";

/**
 * In the nights of 3 to 10 days the load stays up by 0.4 to 0.9 of what the day ordinarily has
 * over the night (at least half a scale, for meters without a night). Only the nights are wrong.
 */
export const nightLoadLeftOn: Fault = {
  name: "night_load_left_on",
  describes: "0.4 to 0.9 of the day's load over the night stays on at night",
  hours: [72, 240],
  inject(series, window, random, { load }) {
    const extra = (0.4 + 0.5 * random()) * Math.max(load.dayOverNight, load.scale / 2);
    return replaceRows(
      series,
      window,
      (row) =>
        load.night[Math.floor(series.ts[row] / HOUR_MS) % 24] ? series.kwh[row] + extra : NaN,
    );
  },
};
