/**
 * Data-quality checks. To add one: write its file after the contract in `check.ts`, its test
 * beside it (which runs the conformance suite), and one line here.
 *
 * @module
 */

import type { Check } from "./check.ts";
import { duplicates } from "./duplicates.ts";
import { gaps } from "./gaps.ts";
import { negative } from "./negative.ts";
import { nonFinite } from "./non_finite.ts";
import { outOfOrder } from "./out_of_order.ts";
import { spike } from "./spike.ts";
import { stuckValue } from "./stuck_value.ts";
import { wrongInterval } from "./wrong_interval.ts";
import { zeroRun } from "./zero_run.ts";

/** Every check. */
export const checks: readonly Check[] = [
  gaps,
  duplicates,
  outOfOrder,
  negative,
  nonFinite,
  zeroRun,
  stuckValue,
  spike,
  wrongInterval,
];
