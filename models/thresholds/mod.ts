/** The rules that choose a threshold: one line each. */

import { quantileThreshold } from "./quantile.ts";

/** Every rule, by its name. */
export const thresholds = {
  quantile: quantileThreshold,
} as const;
