/**
 * The faults that can be put on top of a series, in the order of reports.
 *
 * @module
 */

import { clockShift } from "./clock_shift.ts";
import type { Fault } from "./fault.ts";
import { levelShift } from "./level_shift.ts";
import { meterSwap } from "./meter_swap.ts";
import { nightLoadLeftOn } from "./night_load_left_on.ts";
import { slowDrift } from "./slow_drift.ts";
import { spike } from "./spike.ts";
import { stuck } from "./stuck.ts";
import { zero } from "./zero.ts";

/** Every fault by its name. */
export const faults = {
  stuck,
  zero,
  spike,
  night_load_left_on: nightLoadLeftOn,
  level_shift: levelShift,
  slow_drift: slowDrift,
  clock_shift: clockShift,
  meter_swap: meterSwap,
} as const satisfies Record<string, Fault>;

/** The name of a fault. */
export type FaultName = keyof typeof faults;
