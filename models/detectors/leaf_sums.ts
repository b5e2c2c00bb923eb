/** Walking rows through the trees of a forest, fast. */

import type { Matrix } from "../matrix.ts";
import type { CompiledForest } from "./forest.ts";
import { MASK_ROWS } from "./leaf_mask_code.ts";
import { addMaskedLeaves } from "./leaf_masks.ts";

/** So many rows are worth laying the forest out for masks. */
const MANY = 2 ** 16;
/** Rows walked through one tree before the next: their values stay in the nearest cache. */
const BLOCK = 64;
/** Rows walked side by side: while one waits for its next node, the others go on. */
const ABREAST = 8;

/**
 * A start plus the sum of the values of the leaves a row ends in, in the order of the trees; one
 * sum per row. A missing value goes where the node says.
 *
 * Every row takes as many steps as its tree is deep, since a leaf leads to itself: no step then
 * hangs on a guess of the processor, as a loop that ends at the leaf does. Cost: rows × the depths
 * of all trees, about a nanosecond each; a third of that for many rows and trees up to 8 deep,
 * which are walked by {@linkcode addMaskedLeaves}, to the same sums.
 *
 * @param start What every sum starts from.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * import { compileForest } from "./forest.ts";
 * const leaf = { feature: [-1], threshold: [0], left: [0], right: [0], value: [3] };
 * assert.deepEqual([...leafSums(compileForest([leaf, leaf]), matrix(["kwh"], [1]), 0.5)], [6.5]);
 * ```
 */
export function leafSums(forest: CompiledForest, x: Matrix, start: number): Float64Array {
  const width = x.columns.length;
  const values = new Float32Array(BLOCK * 2 * width);
  const sums = new Float64Array(BLOCK);
  const result = new Float64Array(x.rows);
  const masks = x.rows >= MANY ? forest.masks() : undefined;
  let first = 0;
  for (; masks && first + MASK_ROWS <= x.rows; first += MASK_ROWS) {
    const part = result.subarray(first, first + MASK_ROWS).fill(start);
    addMaskedLeaves(part, masks, x.values, first * width, width);
  }
  for (; first < x.rows; first += BLOCK) {
    const count = Math.min(BLOCK, x.rows - first);
    placeGaps(values, x.values, first * width, count * width);
    sums.fill(start, 0, count);
    addLeaves(sums, forest, values, 2 * width, count);
    result.set(count < BLOCK ? sums.subarray(0, count) : sums, first);
  }
  return result;
}

/** Each value twice: where it is missing once above and once below every threshold. */
function placeGaps(into: Float32Array, from: Float32Array, start: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const value = from[start + i];
    const missing = value !== value;
    into[2 * i] = missing ? Infinity : value;
    into[2 * i + 1] = missing ? -Infinity : value;
  }
}

function addLeaves(
  sums: Float64Array,
  { roots, depths, place, threshold, left, value }: CompiledForest,
  values: Float32Array,
  stride: number,
  count: number,
): void {
  for (let t = 0; t < roots.length; t++) {
    const root = roots[t];
    const depth = depths[t];
    for (let row = 0; row < count; row += ABREAST) {
      const a = row * stride;
      const b = a + stride;
      const c = b + stride;
      const d = c + stride;
      const e = d + stride;
      const f = e + stride;
      const g = f + stride;
      const h = g + stride;
      let i = root;
      let j = root;
      let k = root;
      let l = root;
      let m = root;
      let n = root;
      let o = root;
      let p = root;
      for (let step = 0; step < depth; step++) {
        // The right child is next to the left; a sum instead of a choice compiles without a branch.
        i = left[i] + +(values[a + place[i]] > threshold[i]);
        j = left[j] + +(values[b + place[j]] > threshold[j]);
        k = left[k] + +(values[c + place[k]] > threshold[k]);
        l = left[l] + +(values[d + place[l]] > threshold[l]);
        m = left[m] + +(values[e + place[m]] > threshold[m]);
        n = left[n] + +(values[f + place[n]] > threshold[n]);
        o = left[o] + +(values[g + place[o]] > threshold[o]);
        p = left[p] + +(values[h + place[p]] > threshold[p]);
      }
      sums[row] += value[i];
      sums[row + 1] += value[j];
      sums[row + 2] += value[k];
      sums[row + 3] += value[l];
      sums[row + 4] += value[m];
      sums[row + 5] += value[n];
      sums[row + 6] += value[o];
      sums[row + 7] += value[p];
    }
  }
}
