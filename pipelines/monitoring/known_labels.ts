/** Which scored hours late labels speak of. */
import type { LateLabel } from "../../data/mod.ts";
import type { ScoredSpan } from "./scored_spans.ts";

const HOUR_MS = 3_600_000;

/**
 * The label of each hour: 1 where an anomalous stretch overlaps it, else 0 where a usual one covers
 * it whole, else −1: not known.
 *
 * @param span Hours by meter and time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const hours = { meterIds: ["a", "a", "a"], ts: Float64Array.of(0, 3_600_000, 7_200_000) };
 * const known = knownLabels([{ meterId: "a", from: 0, to: 4_000_000, label: 0 }], hours);
 * assert.deepEqual([...known], [0, -1, -1]);
 * ```
 */
export function knownLabels(
  labels: readonly LateLabel[],
  { meterIds, ts }: Pick<ScoredSpan, "meterIds" | "ts">,
): Int8Array {
  // Differences of how many stretches speak of an hour, so that none is walked through.
  const speaking = [new Int32Array(ts.length + 1), new Int32Array(ts.length + 1)];
  const rows = rowsOf(meterIds);
  for (const { meterId, from, to, label } of labels) {
    const [begin, end] = rows.get(meterId) ?? [0, 0];
    const first = label === 1
      ? firstAfter(ts, begin, end, from - HOUR_MS)
      : firstFrom(ts, begin, end, from);
    const past = label === 1
      ? firstFrom(ts, begin, end, to)
      : firstAfter(ts, begin, end, to - HOUR_MS);
    if (past <= first) continue;
    speaking[label][first]++;
    speaking[label][past]--;
  }
  const known = new Int8Array(ts.length);
  let [usual, anomalous] = [0, 0];
  for (let row = 0; row < ts.length; row++) {
    usual += speaking[0][row];
    anomalous += speaking[1][row];
    known[row] = anomalous > 0 ? 1 : usual > 0 ? 0 : -1;
  }
  return known;
}

/**
 * The rows of each meter, first and end, of hours by meter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...rowsOf(["a", "a", "b"])], [["a", [0, 2]], ["b", [2, 3]]]);
 * ```
 */
export function rowsOf(meterIds: readonly string[]): Map<string, [first: number, end: number]> {
  const rows = new Map<string, [number, number]>();
  meterIds.forEach((id, row) => {
    const own = rows.get(id);
    if (own === undefined) rows.set(id, [row, row + 1]);
    else own[1] = row + 1;
  });
  return rows;
}

/** The first row from `begin` on whose time is `at` or later; `end` where there is none. */
function firstFrom(ts: Float64Array, begin: number, end: number, at: number): number {
  let [low, high] = [begin, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ts[middle] < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** As above, with a time after `at`; times are whole milliseconds. */
function firstAfter(ts: Float64Array, begin: number, end: number, at: number): number {
  return firstFrom(ts, begin, end, at + 1);
}
