/** The parts of the reference that a window is measured by. */
import type { MonitoringInput, Span } from "./section.ts";

/** A year of weeks; more would say little more. */
const MOST = 52;

/**
 * Spans of the window's length that end where the reference ends, one after the other in ascending
 * time: as many as the reference holds whole, at most 52.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(chunksOf({ window: { from: 20, to: 23 }, reference: { from: 1, to: 9 } }), [
 *   { from: 3, to: 6 },
 *   { from: 6, to: 9 },
 * ]);
 * ```
 */
export function chunksOf(
  { window, reference }: Pick<MonitoringInput, "window" | "reference">,
): Span[] {
  const length = window.to - window.from;
  const whole = Math.min(MOST, Math.floor((reference.to - reference.from) / length));
  return Array.from({ length: whole }, (_, i) => {
    const to = reference.to - (whole - 1 - i) * length;
    return { from: to - length, to };
  });
}

/**
 * Spans as a `VALUES` list of SQL: number, start and end.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const [row] = await db.rows<{ n: number; start: number }>(
 *   `SELECT n, start FROM ${spansTable([{ from: 5, to: 7 }])}`,
 * );
 * assert.deepEqual(row, { n: 0, start: 5 });
 * ```
 */
export function spansTable(spans: readonly Span[]): string {
  const rows = spans.map(({ from, to }, n) =>
    `(${n}, make_timestamp(${Math.round(from * 1000)}), make_timestamp(${Math.round(to * 1000)}))`
  );
  return `(VALUES ${rows.join(", ")}) spans(n, start, stop)`;
}
