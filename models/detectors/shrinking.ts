/** Setting rows aside whose weights have most likely reached their bound for good. */

import type { KernelMatrix } from "./kernel_cache.ts";
import type { WeightSearch } from "./working_pair.ts";

/** The last state in which the gradient of every row was known. */
export interface WholeState {
  readonly alpha: Float64Array;
  readonly gradient: Float64Array;
}

/**
 * Sets the rows aside that are at a bound and would be pushed against it by every partner left
 * (LIBSVM's rule: Chang and Lin 2011, section 5.1). The search must hold a riser.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const search = {
 *   alpha: Float64Array.of(1, 0.5, 0.5, 0),
 *   gradient: Float64Array.of(1, 2, 3, 4),
 *   places: Int32Array.of(0, 1, 2, 3),
 *   active: 4,
 *   riser: 1,
 *   faller: -1,
 *   violation: 1,
 * };
 * shrink(search);
 * assert.deepEqual([...search.places.subarray(0, search.active)], [1, 2]);
 * ```
 */
export function shrink(search: WeightSearch): void {
  const { alpha, gradient, places, active, riser } = search;
  const least = gradient[riser];
  let greatest = -Infinity;
  for (let at = 0; at < active; at++) {
    const i = places[at];
    if (alpha[i] > 0 && gradient[i] > greatest) greatest = gradient[i];
  }
  const aside: number[] = [];
  let kept = 0;
  for (let at = 0; at < active; at++) {
    const i = places[at];
    const stuck = alpha[i] === 1 ? gradient[i] < least : alpha[i] === 0 && gradient[i] > greatest;
    if (stuck) aside.push(i);
    else places[kept++] = i;
  }
  places.set(aside, kept);
  search.active = kept;
}

/**
 * Brings back the rows set aside: the weights that changed since tell how their gradients did.
 *
 * @param whole The state before rows were set aside.
 * @param matrix The kernel.
 * @param turn Told of each row that is done; what it returns is awaited.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { gaussianKernel } from "./gaussian_kernel.ts";
 * const search = {
 *   alpha: Float64Array.of(0, 1),
 *   gradient: Float64Array.of(1, 1),
 *   places: Int32Array.of(1, 0),
 *   active: 1,
 *   riser: 1,
 *   faller: -1,
 *   violation: 0,
 * };
 * const whole = { alpha: Float64Array.of(0, 0), gradient: Float64Array.of(0, 0) };
 * const kernel = gaussianKernel(Float64Array.of(0, 1), 1, Math.LN2);
 * await restore(search, whole, kernel, () => undefined);
 * assert.deepEqual([...search.gradient], [0.5, 1]);
 * ```
 */
export async function restore(
  search: WeightSearch,
  whole: WholeState,
  matrix: KernelMatrix,
  turn: (work: number) => Promise<void> | undefined,
): Promise<void> {
  const { alpha, gradient, places, active } = search;
  const row = new Float32Array(places.length);
  for (let at = active; at < places.length; at++) gradient[places[at]] = whole.gradient[places[at]];
  for (let i = 0; i < alpha.length; i++) {
    const change = alpha[i] - whole.alpha[i];
    if (change === 0) continue;
    matrix.fill(row, i, places, active, places.length);
    for (let at = active; at < places.length; at++) {
      gradient[places[at]] += change * row[places[at]];
    }
    const wait = turn(places.length - active);
    if (wait) await wait;
  }
  places.sort();
  search.active = places.length;
}
