/** The history of a metric, thinned to what a drawing of some width can show. */

import type { ReadableDatabase } from "../database.ts";

/** How far the history of one metric of a run reaches. */
export interface MetricExtent {
  readonly first_step: number | bigint;
  readonly last_step: number | bigint;
  readonly first_timestamp: number | bigint;
  readonly last_timestamp: number | bigint;
}

/** A value of a thinned history. */
export interface MetricPoint {
  /** Where it stands on the axis that was asked for. */
  readonly x: number;
  /** NaN stands for a part in which all values are NaN. */
  readonly y: number;
}

/** Which part of a metric's history to read, and how finely. */
export interface EnvelopeRequest {
  readonly runId: string;
  readonly key: string;
  /** What the values are put in order by. */
  readonly axis: "step" | "timestamp";
  /** First place on the axis. */
  readonly from: number;
  /** Last place on the axis, at or after `from`. */
  readonly to: number;
  /** How many parts of equal length to tell apart, at least 1. */
  readonly columns: number;
}

/**
 * The metrics of a run that have more than one value, by key. Looks at two values of each, however
 * many there are.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.deepEqual(readHistoryKeys(store.database, "none"), []);
 * ```
 */
export function readHistoryKeys(database: ReadableDatabase, runId: string): string[] {
  return database.all<{ key: string }>(
    `SELECT key FROM latest_metrics l WHERE run_id = ? AND 1 < (
       SELECT count(*) FROM (
         SELECT 1 FROM metrics m WHERE m.run_id = l.run_id AND m.key = l.key LIMIT 2
       )
     ) ORDER BY key`,
    runId,
  ).map(({ key }) => key);
}

/**
 * How far the history of a metric reaches; undefined when the run has no such metric.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.equal(readMetricExtent(store.database, "none", "loss"), undefined);
 * ```
 */
export function readMetricExtent(
  database: ReadableDatabase,
  runId: string,
  key: string,
): MetricExtent | undefined {
  return database.first<MetricExtent>(
    `SELECT min(step) AS first_step, max(step) AS last_step,
       min(timestamp) AS first_timestamp, max(timestamp) AS last_timestamp
     FROM metrics WHERE run_id = ? AND key = ? HAVING count(*) > 0`,
    runId,
    key,
  );
}

/**
 * The least and the greatest value in each part of an axis, in the order of the axis: at most two
 * points a part, however long the history is. A drawing with a part for each of its pixels looks
 * the same as one of all values. A part of NaN alone is one point of NaN.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * import { writeMetrics } from "./metrics.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { database } = store;
 * database.run(`INSERT INTO runs VALUES ('r', 'r', 0, '', 'RUNNING', 0, NULL, '', 'active')`);
 * [5, 1, 9, 4].forEach((value, step) =>
 *   writeMetrics(database, "r", [{ key: "loss", value, timestamp: 0, step }])
 * );
 * const part = { runId: "r", key: "loss", axis: "step", from: 0, to: 3, columns: 1 } as const;
 * assert.deepEqual(readMetricEnvelope(database, part), [{ x: 1, y: 1 }, { x: 2, y: 9 }]);
 * ```
 */
export function readMetricEnvelope(
  database: ReadableDatabase,
  { runId, key, axis, from, to, columns }: EnvelopeRequest,
): MetricPoint[] {
  const parts: Part[] = Array.from({ length: columns }, () => ({}));
  const span = to - from || 1;
  forEachValue(database, { runId, key, axis }, (x, y) => {
    const part = parts[Math.min(Math.floor((x - from) / span * columns), columns - 1)];
    if (Number.isNaN(y)) part.gap ??= { x, y };
    else {
      if (part.least === undefined || y < part.least.y) part.least = { x, y };
      if (part.most === undefined || y > part.most.y) part.most = { x, y };
    }
  });
  return parts.flatMap(({ gap, least, most }) => {
    if (least === undefined || most === undefined) return gap === undefined ? [] : [gap];
    if (least.x === most.x && least.y === most.y) return [least];
    return least.x <= most.x ? [least, most] : [most, least];
  });
}

/** What is kept of a part of the axis. */
interface Part {
  gap?: MetricPoint;
  least?: MetricPoint;
  most?: MetricPoint;
}

/** Values that are held at a time. */
const chunk = 100_000;

function forEachValue(
  database: ReadableDatabase,
  { runId, key, axis }: Pick<EnvelopeRequest, "runId" | "key" | "axis">,
  use: (x: number, y: number) => void,
): void {
  // Two texts cross over from SQLite faster than a row for each value.
  const sql = `SELECT json_group_array(x) AS xs, json_group_array(y) AS ys FROM (
    SELECT ${axis} AS x, iif(is_nan, NULL, value) AS y FROM metrics WHERE run_id = ? AND key = ?
    ORDER BY timestamp, step, value, is_nan LIMIT ? OFFSET ?
  )`;
  for (let offset = 0;; offset += chunk) {
    const texts = database.first<{ xs: string; ys: string }>(sql, runId, key, chunk, offset);
    const xs: number[] = JSON.parse(texts?.xs ?? "[]");
    const ys: (number | null)[] = JSON.parse(texts?.ys ?? "[]");
    xs.forEach((x, i) => use(x, ys[i] ?? NaN));
    if (xs.length < chunk) return;
  }
}
