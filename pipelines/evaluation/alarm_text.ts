/** What makes alarms of hours, in words. */
import type { AlarmRule } from "../../models/mod.ts";
import type { ThresholdChoice } from "../steps/threshold_choice.ts";

/**
 * What the figures of events are about where hours become alarms.
 *
 * @param threshold Says whether the threshold was chosen by alarms, too.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(
 *   alarmText({ least: 2, window: 3, suppress: 24 }, { rule: "f_beta", beta: 1 }),
 *   "Figures of events are about alarms: one starts once 2 of the last 3 hours reach the " +
 *     "threshold, stays on for 0 hours after the last that does, and no other starts within 24 " +
 *     "hours of that one. Thresholds were chosen by alarms.",
 * );
 * ```
 */
export function alarmText(
  { least = 1, window = 1, hold = 0, suppress = 0 }: AlarmRule,
  { rule }: ThresholdChoice,
): string {
  return `Figures of events are about alarms: one starts once ${least} of the last ${window} hours ` +
    `reach the threshold, stays on for ${hold} hours after the last that does, and no other starts ` +
    `within ${suppress} hours of that one. Thresholds were chosen by ` +
    `${rule === "f_beta" ? "alarms" : "hours, not by alarms"}.`;
}
