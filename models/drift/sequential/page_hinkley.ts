/** Page and Hinkley's test: a shift away from the mean that values have had so far. */

import type { ChangeDetector, ChangeState, UsualValues } from "./change_detector.ts";
import { runLengthLimit } from "./run_length_limit.ts";
import { standardUnits } from "./standard_units.ts";

/** So many values make a mean. */
const FEWEST = 30;
/** Half the shift that is found soonest, in standard deviations. */
const SLACK = 0.5;

/** What Page and Hinkley's test remembers. */
export interface PageHinkleyState extends ChangeState {
  /** Number of values since the last change, without missing ones. */
  readonly count: number;
  /** Their mean, in standard deviations from the usual one. */
  readonly mean: number;
  /** How far values rose above their mean so far, beyond the slack. */
  readonly up: number;
  /** How far they fell. */
  readonly down: number;
}

/**
 * Page and Hinkley's test in both directions (Page 1954; Hinkley, Inference about the Change-point
 * from Cumulative Sum Tests, 1971): like cumulative sums, but away from the running mean of the values
 * since the last change, so that the mean need not be known; only the deviation must. The first 30
 * values after a change tell none, and a shift so early spoils the mean. A change is told when the
 * sum less its lowest value passes the limit that the average run length sets.
 *
 * @throws {RangeError} When the mean, the deviation or the run length is out of range.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const detector = pageHinkley();
 * const values = Array.from({ length: 120 }, (_, i) => 7 + i % 2 + (i < 100 ? 0 : 5));
 * const state = values.reduce((state, value) => detector.update(state, value), detector.start());
 * assert.ok(state.changes === 1 && state.first !== null && state.first >= 100);
 * ```
 */
export function pageHinkley(options: UsualValues = {}): ChangeDetector<PageHinkleyState> {
  const { units, averageRunLength } = standardUnits("watch by Page and Hinkley's test", options);
  const limit = runLengthLimit(SLACK, averageRunLength);
  const fresh = { count: 0, mean: 0, up: 0, down: 0 };
  return {
    name: "page_hinkley",
    start: () => ({ seen: 0, changes: 0, first: null, ...fresh }),
    update(state, value) {
      const seen = state.seen + 1;
      const z = units(value);
      if (Number.isNaN(z)) return { ...state, seen };
      const count = state.count + 1;
      const mean = state.mean + (z - state.mean) / count;
      if (count <= FEWEST) return { ...state, seen, count, mean };
      // The sum less its lowest value so far is the sum that never falls below 0.
      const up = Math.max(0, state.up + z - mean - SLACK);
      const down = Math.max(0, state.down - z + mean - SLACK);
      if (Math.max(up, down) <= limit) return { ...state, seen, count, mean, up, down };
      return { seen, changes: state.changes + 1, first: state.first ?? state.seen, ...fresh };
    },
  };
}
