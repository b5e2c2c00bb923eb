/** Values in a row before a change detector. */

import type { ChangeDetector, ChangeState } from "./change_detector.ts";

/**
 * What a detector remembers after some values. To go on from there with the next ones gives the same
 * as all of them at once.
 *
 * @param values In order, `NaN` where missing.
 * @param state What it remembers before; by default nothing.
 * @throws {RangeError} When a value is infinite.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { cusum } from "./cusum.ts";
 * const days = [0.2, -0.4, 0.1, 6, 7, 6];
 * assert.equal(watch(cusum(), days).first, 4);
 * ```
 */
export function watch<State extends ChangeState>(
  detector: ChangeDetector<State>,
  values: Iterable<number>,
  state: State = detector.start(),
): State {
  let after = state;
  for (const value of values) after = detector.update(after, value);
  return after;
}
