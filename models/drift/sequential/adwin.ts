/** ADWIN: a window of values that is as long as their mean has stayed. */

import type { ChangeDetector, ChangeState, UsualValues } from "./change_detector.ts";
import { standardUnits } from "./standard_units.ts";

/** Buckets of one size at most, M of the paper. */
const BUCKETS = 5;
/** Values between two searches for a cut. */
const CLOCK = 32;
/** Values on each side of a cut at least. */
const SHORTEST = 5;
/** The bound holds for values of a range: these are the standard deviations from end to end. */
const RANGE = 8;

/** Values of the window, added up: their sum and that of their squares. */
type Bucket = readonly [sum: number, squares: number];

/** What ADWIN remembers: O(log n) numbers for a window of n values. */
export interface AdwinState extends ChangeState {
  /** By size: those in place i are of 2^i values each, the newest first. */
  readonly rows: readonly (readonly Bucket[])[];
}

/**
 * Adaptive windowing (Bifet and Gavaldà, Learning from Time-Changing Data with Adaptive Windowing,
 * 2007): whenever two parts of the window have means that differ by more than chance allows, its
 * oldest values are dropped until no such parts are left. Neither the mean nor the size of the shift
 * needs to be known. The bound is ε = √(2 σ² ln(2 / δ′) / m) + 2 ln(2 / δ′) / (3 m), of the window's
 * variance σ², the harmonic mean m of the parts' sizes and δ′ = δ / ln n. The window is kept as an
 * exponential histogram and searched every 32 values.
 *
 * The bound is of values between 0 and 1: four standard deviations below the mean are 0 and four above
 * 1, and what lies beyond counts as these. δ is the chance of a false cut in one search, so 32 over
 * the average run length; the bound is wide, and true runs are much longer.
 *
 * @throws {RangeError} When the mean, the deviation or the run length is out of range.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const detector = adwin();
 * const values = Array.from({ length: 640 }, (_, i) => i % 2 + (i < 320 ? 0 : 2));
 * const state = values.reduce((state, value) => detector.update(state, value), detector.start());
 * assert.ok(state.changes >= 1 && state.first !== null && state.first >= 320);
 * ```
 */
export function adwin(options: UsualValues = {}): ChangeDetector<AdwinState> {
  const { units, averageRunLength } = standardUnits("watch by ADWIN", options);
  const delta = Math.min(1, CLOCK / averageRunLength);
  return {
    name: "adwin",
    start: () => ({ seen: 0, changes: 0, first: null, rows: [] }),
    update(state, value) {
      const seen = state.seen + 1;
      const z = units(value);
      if (Number.isNaN(z)) return { ...state, seen };
      const share = Math.min(1, Math.max(0, 1 / 2 + z / RANGE));
      const rows = added(state.rows, [share, share * share]);
      if (seen % CLOCK !== 0) return { ...state, seen, rows };
      const kept = shrunk(rows, delta);
      if (kept === rows) return { ...state, seen, rows };
      return { seen, changes: state.changes + 1, first: state.first ?? state.seen, rows: kept };
    },
  };
}

/** The rows with a bucket of one value more; of too many of a size, the two oldest become one. */
function added(rows: AdwinState["rows"], bucket: Bucket): AdwinState["rows"] {
  const next = [...rows];
  let carried: Bucket | undefined = bucket;
  for (let size = 0; carried !== undefined; size++) {
    const row: readonly Bucket[] = [carried, ...(next[size] ?? [])];
    if (row.length <= BUCKETS) {
      next[size] = row;
      break;
    }
    const [newer, older] = row.slice(-2);
    next[size] = row.slice(0, -2);
    carried = [newer[0] + older[0], newer[1] + older[1]];
  }
  return next;
}

/** The rows without the oldest buckets, as long as some cut parts the window; else the same rows. */
function shrunk(rows: AdwinState["rows"], delta: number): AdwinState["rows"] {
  let kept = rows;
  while (hasCut(kept, delta)) {
    kept = kept.with(-1, kept[kept.length - 1].slice(0, -1));
    if (kept[kept.length - 1].length === 0) kept = kept.slice(0, -1);
  }
  return kept;
}

function hasCut(rows: AdwinState["rows"], delta: number): boolean {
  const oldestFirst = rows.flatMap((row, size) =>
    row.map(([sum, squares]) => ({ count: 2 ** size, sum, squares }))
  ).reverse();
  const all = oldestFirst.reduce(
    (total, { count, sum, squares }) => ({
      count: total.count + count,
      sum: total.sum + sum,
      squares: total.squares + squares,
    }),
    { count: 0, sum: 0, squares: 0 },
  );
  if (all.count < 2 * SHORTEST) return false;
  const variance = Math.max(0, all.squares / all.count - (all.sum / all.count) ** 2);
  const confidence = Math.log(2 * Math.log(all.count) / delta);
  let count = 0;
  let sum = 0;
  for (const bucket of oldestFirst) {
    count += bucket.count;
    sum += bucket.sum;
    const rest = all.count - count;
    if (count < SHORTEST || rest < SHORTEST) continue;
    const harmonic = 1 / (1 / count + 1 / rest);
    const bound = Math.sqrt(2 * variance * confidence / harmonic) +
      2 * confidence / (3 * harmonic);
    if (Math.abs(sum / count - (all.sum - sum) / rest) > bound) return true;
  }
  return false;
}
