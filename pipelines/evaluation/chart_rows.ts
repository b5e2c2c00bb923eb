/** What the charts of an evaluation show, as plain rows. */
import type { MeterTally } from "../../models/mod.ts";

/** Points at most that a curve is drawn with. */
const CURVE_POINTS = 200;
const BANDS = 20;

/**
 * Points of precision against recall by ascending recall, one per distinct score or, of more than
 * 200, the first in each two-hundredth of recall and the last of all.
 *
 * @param labels The truth, 1 = anomalous, at least one of them.
 * @param scores Higher = more anomalous.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(curveRows(Uint8Array.of(1, 0, 1), Float64Array.of(3, 2, 1)), [
 *   { recall: 0.5, precision: 1 },
 *   { recall: 0.5, precision: 0.5 },
 *   { recall: 1, precision: 2 / 3 },
 * ]);
 * ```
 */
export function curveRows(
  labels: Uint8Array,
  scores: Float64Array,
): { recall: number; precision: number }[] {
  const order = Uint32Array.from(labels.keys()).sort((a, b) => scores[b] - scores[a]);
  const total = labels.reduce((sum, label) => sum + label, 0);
  const points: { recall: number; precision: number }[] = [];
  let found = 0;
  order.forEach((row, i) => {
    found += labels[row];
    if (i + 1 < order.length && scores[order[i + 1]] === scores[row]) return;
    points.push({ recall: found / total, precision: found / (i + 1) });
  });
  if (points.length <= CURVE_POINTS) return points;
  let kept = -1;
  return points.filter(({ recall }, i) => {
    const place = Math.floor(recall * CURVE_POINTS);
    if (place === kept && i < points.length - 1) return false;
    kept = place;
    return true;
  });
}

/**
 * The share of anomalous rows among those whose score lies in one of twenty bands of [0, 1].
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const bands = bandRows(Uint8Array.of(1, 0), Float64Array.of(0.99, 1));
 * assert.deepEqual(bands.at(-1), { score: 0.975, share: 0.5, hours: 2 });
 * ```
 */
export function bandRows(
  labels: Uint8Array,
  scores: Float64Array,
): { score: number; share: number; hours: number }[] {
  const hours = new Float64Array(BANDS);
  const odd = new Float64Array(BANDS);
  scores.forEach((score, row) => {
    const band = Math.min(Math.floor(score * BANDS), BANDS - 1);
    hours[band]++;
    odd[band] += labels[row];
  });
  return Array.from(hours, (count, band) => ({
    score: (band + 0.5) / BANDS,
    share: count === 0 ? 0 : odd[band] / count,
    hours: count,
  }));
}

/**
 * For each pair of scorers the share of the ranked meters on which the first has the higher average
 * precision, ties half.
 *
 * @param scorers The same meters in the same order for each.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(winRows([{ name: "alone", meters: [] }]), []);
 * ```
 */
export function winRows(
  scorers: readonly { readonly name: string; readonly meters: readonly MeterTally[] }[],
): { scorer: string; other: string; share: number }[] {
  return scorers.flatMap((one) =>
    scorers.filter((other) => other !== one).map((other) => {
      const wins = one.meters.flatMap(({ ranking }, i) => {
        const difference = (ranking?.average_precision ?? NaN) -
          (other.meters[i].ranking?.average_precision ?? NaN);
        return Number.isNaN(difference) ? [] : [(Math.sign(difference) + 1) / 2];
      });
      const won = wins.reduce((sum, win) => sum + win, 0);
      return { scorer: one.name, other: other.name, share: won / wins.length };
    })
  );
}
