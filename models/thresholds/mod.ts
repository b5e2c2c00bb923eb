/** The rules that choose a threshold: one line each. */

import { alertRateThreshold } from "./alert_rate.ts";
import { fBetaThreshold } from "./f_beta.ts";
import { madThreshold } from "./mad.ts";
import { quantileThreshold } from "./quantile.ts";

/** Every rule, by its name. */
export const thresholds = {
  quantile: quantileThreshold,
  alert_rate: alertRateThreshold,
  f_beta: fBetaThreshold,
  mad: madThreshold,
} as const;
