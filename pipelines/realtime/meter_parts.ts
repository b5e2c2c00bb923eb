/** Readings shared out by meter, and the features of the shares put together again. */
import type { Reading } from "../../data/mod.ts";
import { matrix } from "../../models/mod.ts";
import type { FeatureRows } from "../features/mod.ts";

/**
 * Readings of a part at least: as many as take about as long as what a pass takes whatever it reads,
 * so that two parts are about a third more work than the whole.
 */
const PART_READINGS = 400;

/**
 * Whether it is worth to work on some readings beside others, instead of together with them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([1, 399, 400].map(isWorthwhilePart), [false, false, true]);
 * ```
 */
export function isWorthwhilePart(readings: number): boolean {
  return readings >= PART_READINGS;
}

/**
 * Into how many parts it is worth to share out readings.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([1, 799, 800, 4000].map(worthwhileParts), [1, 1, 2, 10]);
 * ```
 */
export function worthwhileParts(readings: number): number {
  return Math.max(1, Math.floor(readings / PART_READINGS));
}

/**
 * Shares out readings into parts of about the same size, the readings of a meter in one of them; the
 * meters of a part come, in DuckDB's order, after those of the parts before.
 *
 * @param count Parts at most; fewer where there are fewer meters.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const readings = ["b", "a", "b"].map((meterId, hour) => ({ meterId, ts: hour * 3_600_000, kwh: 1 }));
 * const parts = partsByMeter(readings, 2);
 * assert.deepEqual(parts.map((part) => part.map(({ ts }) => ts / 3_600_000)), [[1], [0, 2]]);
 * ```
 */
export function partsByMeter(
  readings: readonly Reading[],
  count: number,
): (readonly Reading[])[] {
  if (count < 2) return [readings];
  const meters = [...Map.groupBy(readings, ({ meterId }) => meterId)]
    .map(([meterId, own]) => ({ key: byteString(meterId), own }))
    .sort((a, b) => a.key < b.key ? -1 : 1);
  const parts: Reading[][] = Array.from({ length: count }, () => []);
  let before = 0;
  for (const { own } of meters) {
    // By its middle, so that no part has more than half a meter too many.
    const part = Math.floor((before + own.length / 2) * count / readings.length);
    for (const reading of own) parts[part].push(reading);
    before += own.length;
  }
  return parts.filter((part) => part.length > 0);
}

/** A text that compares as another does in DuckDB, which goes by the bytes of UTF-8. */
function byteString(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

/**
 * The rows of parts, one after the other.
 *
 * @param parts One or more, of the same columns.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../../models/mod.ts";
 * const [kwh, ts] = [Float64Array.of(2), Float64Array.of(0)];
 * const part = { x: matrix(["hour"], [3]), meterIds: ["a"], ts, kwh, expectedKwh: kwh };
 * const { x, meterIds } = joinRows([part, { ...part, meterIds: ["b"] }]);
 * assert.deepEqual([[...x.values], meterIds], [[3, 3], ["a", "b"]]);
 * ```
 */
export function joinRows(parts: readonly FeatureRows[]): FeatureRows {
  if (parts.length === 1) return parts[0];
  const numbers = (of: (part: FeatureRows) => Float64Array) =>
    Float64Array.from(parts.flatMap((part) => [...of(part)]));
  const { columns } = parts[0].x;
  const values = new Float32Array(parts.reduce((sum, { x }) => sum + x.values.length, 0));
  let filled = 0;
  for (const { x } of parts) {
    values.set(x.values, filled);
    filled += x.values.length;
  }
  return {
    x: matrix(columns, values),
    meterIds: parts.flatMap(({ meterIds }) => meterIds),
    ts: numbers(({ ts }) => ts),
    kwh: numbers(({ kwh }) => kwh),
    expectedKwh: numbers(({ expectedKwh }) => expectedKwh),
  };
}
