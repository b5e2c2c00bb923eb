/** Cumulative sums: the quickest to see that a known mean has shifted and stays so. */

import type { ChangeDetector, ChangeState, UsualValues } from "./change_detector.ts";
import { runLengthLimit } from "./run_length_limit.ts";
import { standardUnits } from "./standard_units.ts";

/** What cumulative sums remember. */
export interface CusumState extends ChangeState {
  /** How far values rose beyond the slack, in standard deviations. */
  readonly up: number;
  /** How far they fell. */
  readonly down: number;
}

/** Choices of cumulative sums. */
export interface CusumOptions extends UsualValues {
  /**
   * Half the shift that is to be found soonest, in standard deviations; above 0.
   *
   * @default {0.5}
   */
  readonly slack?: number;
}

/**
 * The tabular CUSUM in both directions (Page, Continuous Inspection Schemes, 1954): values above the
 * mean by more than the slack add up, and what lies below takes off, never below 0. A change is told
 * when a sum passes the limit that the average run length sets; both sums then begin anew, so that a
 * mean that stays shifted is told again and again.
 *
 * @throws {RangeError} When the slack, the mean, the deviation or the run length is out of range.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const detector = cusum({ averageRunLength: 168 }); // the limit is 4
 * const values = [0, 0, 2.4, 2.4, 2.4];
 * const state = values.reduce((state, value) => detector.update(state, value), detector.start());
 * assert.deepEqual(state, { seen: 5, changes: 1, first: 4, up: 0, down: 0 });
 * ```
 */
export function cusum(options: CusumOptions = {}): ChangeDetector<CusumState> {
  const { slack = 0.5 } = options;
  if (!(slack > 0 && slack < Infinity)) {
    throw new RangeError(`Cannot watch by CUSUM: expected a slack above 0, got ${slack}`);
  }
  const { units, averageRunLength } = standardUnits("watch by CUSUM", options);
  const limit = runLengthLimit(slack, averageRunLength);
  return {
    name: "cusum",
    start: () => ({ seen: 0, changes: 0, first: null, up: 0, down: 0 }),
    update(state, value) {
      const seen = state.seen + 1;
      const z = units(value);
      if (Number.isNaN(z)) return { ...state, seen };
      const up = Math.max(0, state.up + z - slack);
      const down = Math.max(0, state.down - z - slack);
      if (Math.max(up, down) <= limit) return { ...state, seen, up, down };
      return { seen, changes: state.changes + 1, first: state.first ?? state.seen, up: 0, down: 0 };
    },
  };
}
