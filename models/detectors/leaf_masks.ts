/** Walking 512 rows at once through trees, a bit each. */

import type { CompiledForest } from "./forest.ts";
import {
  type LeafMaskCode,
  leafMaskCode,
  LEVELS,
  MASK_BYTES,
  MASK_ROWS,
} from "./leaf_mask_code.ts";
import { ranksOf, type ThresholdRanks, thresholdRanks } from "./threshold_ranks.ts";

const LEAVES = 1 << LEVELS;
const MASK_WORDS = MASK_BYTES / 4;
const NODE_BYTES = 16;
const PAGE_BYTES = 2 ** 16;
/** The first 16 bytes are the code's own. */
const PLANES = 64;
const SUMS = PLANES + LEVELS * MASK_BYTES;
const REACHING = SUMS + 8 * MASK_ROWS;

/** One column's thresholds and the masks of rows above each. */
interface Column {
  readonly column: number;
  readonly ranks: ThresholdRanks;
  /** Address of as many masks as there are ranks. */
  readonly masks: number;
}

/** A forest laid out for {@linkcode addMaskedLeaves}. */
export interface LeafMasks {
  readonly code: LeafMaskCode;
  readonly words: Int32Array;
  readonly sums: Float64Array;
  readonly rowRanks: Int32Array;
  readonly columns: readonly Column[];
  /** Address of each tree's program, and of its values. */
  readonly programs: Int32Array;
  readonly values: Int32Array;
}

/**
 * Lays a forest out; undefined where it does not fit: trees deeper than 8, or missing values that
 * go left.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { compileForest } from "./forest.ts";
 * const leaf = { feature: [-1], threshold: [0], left: [0], right: [0], value: [3] };
 * const masks = layLeafMasks(compileForest([leaf]));
 * assert.deepEqual(masks?.columns, []);
 * ```
 */
export function layLeafMasks(forest: CompiledForest): LeafMasks | undefined {
  const { roots, depths, place, left } = forest;
  if (depths.some((depth) => depth > LEVELS) || place.some((each) => each % 2 === 1)) {
    return undefined;
  }
  const trees = roots.length;
  const inner = left.reduce((total, next, node) => total + +(next !== node), 0);
  const masksAt = REACHING + (2 * LEAVES) * MASK_BYTES;
  const { columns, above, end: valuesAt } = layColumns(forest, masksAt);
  const programsAt = valuesAt + trees * LEAVES * 8;
  const size = programsAt + inner * NODE_BYTES + trees * (LEVELS + 1) * 4;
  const shared = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE_BYTES) });
  const module = new WebAssembly.Module(leafMaskCode());
  const { exports } = new WebAssembly.Instance(module, { memory: { shared } });
  const words = new Int32Array(shared.buffer);
  const doubles = new Float64Array(shared.buffer);
  const programs = new Int32Array(trees);
  const values = new Int32Array(trees);
  words.fill(-1, REACHING / 4, REACHING / 4 + MASK_WORDS);
  let at = programsAt;
  for (let t = 0; t < trees; t++) {
    programs[t] = at;
    values[t] = valuesAt + t * LEAVES * 8;
    at = writeTree(forest, roots[t], above, words, at, doubles.subarray(values[t] / 8));
  }
  return {
    code: exports as unknown as LeafMaskCode,
    words,
    sums: doubles.subarray(SUMS / 8, SUMS / 8 + MASK_ROWS),
    rowRanks: new Int32Array(MASK_ROWS),
    columns,
    programs,
    values,
  };
}

/**
 * Adds the values of the leaves that {@linkcode MASK_ROWS} rows end in, in the order of the trees
 * (after QuickScorer, Lucchese et al., SIGIR 2015, with the rows instead of the leaves as bits):
 * for each threshold the rows above it are a mask, and a node parts the mask of the rows that reach
 * it by one operation on 128 rows.
 *
 * @param sums One per row.
 * @param values Rows × width values, row-major.
 * @param first Where in `values` the rows begin.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { compileForest } from "./forest.ts";
 * const stump = { feature: [0, -1, -1], threshold: [1, 0, 0], left: [1, 0, 0], right: [2, 0, 0] };
 * const masks = layLeafMasks(compileForest([{ ...stump, value: [0, 3, 4] }]));
 * const sums = new Float64Array(512);
 * if (masks) addMaskedLeaves(sums, masks, new Float32Array(512).fill(2, 1), 0, 1);
 * assert.deepEqual([...sums.subarray(0, 3)], [3, 4, 4]);
 * ```
 */
export function addMaskedLeaves(
  sums: Float64Array,
  masks: LeafMasks,
  values: Float32Array,
  first: number,
  width: number,
): void {
  const { code, words, columns, programs, rowRanks } = masks;
  for (const { column, ranks, masks: at } of columns) {
    const end = at + (ranks.count + 1) * MASK_BYTES;
    words.fill(0, at / 4, end / 4);
    ranksOf(rowRanks, ranks, values, first + column, width);
    mark(words, at / 4, rowRanks);
    code.joinMasks(at, end);
  }
  masks.sums.set(sums);
  for (let t = 0; t < programs.length; t++) {
    code.walk(programs[t], PLANES);
    code.addValues(PLANES, masks.values[t], SUMS);
  }
  sums.set(masks.sums);
}

/** Sets each row's bit in the mask of its rank; joined, mask r is the rows of a rank from r on. */
function mark(words: Int32Array, at: number, ranks: Int32Array): void {
  for (let row = 0; row < MASK_ROWS; row++) {
    words[at + ranks[row] * MASK_WORDS + (row >> 5)] |= 1 << (row & 31);
  }
}

/** The columns in use, and for each inner node the address of its mask of rows above. */
function layColumns({ place, threshold, left }: CompiledForest, masksAt: number) {
  const nodesOf = new Map<number, number[]>();
  for (let node = 0; node < left.length; node++) {
    if (left[node] === node) continue;
    const nodes = nodesOf.get(place[node] >> 1);
    if (nodes) nodes.push(node);
    else nodesOf.set(place[node] >> 1, [node]);
  }
  const above = new Int32Array(left.length);
  const columns: Column[] = [];
  let end = masksAt;
  for (const [column, nodes] of nodesOf) {
    const thresholds: number[] = [];
    const masks = end;
    end += MASK_BYTES;
    for (const node of nodes.sort((a, b) => threshold[a] - threshold[b])) {
      if (threshold[node] !== thresholds.at(-1)) {
        thresholds.push(threshold[node]);
        end += MASK_BYTES;
      }
      above[node] = end - MASK_BYTES;
    }
    columns.push({ column, ranks: thresholdRanks(thresholds), masks });
  }
  return { columns, above, end };
}

/** Writes the program and the values of a tree; returns where the program ends. */
function writeTree(
  { left, value }: CompiledForest,
  root: number,
  above: Int32Array,
  words: Int32Array,
  start: number,
  values: Float64Array,
): number {
  let at = start / 4;
  let slots = 1;
  let level = [{ node: root, slot: 0, leaf: 0 }];
  for (let depth = 0; depth <= LEVELS; depth++) {
    const head = at++;
    const below: typeof level = [];
    for (const { node, slot, leaf } of level) {
      if (left[node] === node) {
        values[leaf] = value[node];
        continue;
      }
      const [one, other] = [slots++, slots++];
      words[at++] = above[node];
      for (const each of [slot, one, other]) words[at++] = REACHING + each * MASK_BYTES;
      below.push({ node: left[node], slot: one, leaf });
      below.push({ node: left[node] + 1, slot: other, leaf: leaf | 1 << depth });
    }
    words[head] = depth < LEVELS ? at * 4 : 0;
    level = below;
  }
  return at * 4;
}
