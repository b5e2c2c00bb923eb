/** The rules that choose a threshold: one line each. */

import { alarmFBetaThreshold } from "./alarm_f_beta.ts";
import { alertRateThreshold } from "./alert_rate.ts";
import { fBetaThreshold } from "./f_beta.ts";
import { madThreshold } from "./mad.ts";
import { quantileThreshold } from "./quantile.ts";

/** Every rule, by its name. */
export const thresholds = {
  quantile: quantileThreshold,
  alert_rate: alertRateThreshold,
  f_beta: fBetaThreshold,
  alarm_f_beta: alarmFBetaThreshold,
  mad: madThreshold,
} as const;
