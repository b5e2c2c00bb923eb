/** A load or a sensor that wanders off little by little until it is repaired. */

import { drawFactor } from "./factor.ts";
import type { Fault } from "./fault.ts";
import { replaceRows } from "./replace_rows.ts";

/** 14 to 28 days multiplied by a factor that grows from 1 to one that moves the median 1 to 2 scales. */
export const slowDrift: Fault = {
  name: "slow_drift",
  describes: "readings times a factor that ends where the median has moved by 1 to 2 scales",
  hours: [336, 672],
  inject(series, window, random, { load }) {
    const factor = drawFactor(load, 1, 2, random);
    const rows = window.to - window.from;
    return replaceRows(
      series,
      window,
      (row) => (1 + (factor - 1) * (row - window.from + 1) / rows) * series.kwh[row],
    );
  },
};
