/** Histories of one metric over several runs. */

import { stringifyExact } from "../../exact_json.ts";
import type { ReadableDatabase } from "../database.ts";
import { sampledSteps, type Step, type StepRange } from "./metric_steps.ts";
import { type MetricRecord, metricRecord, type MetricRow } from "./metrics.ts";

/** A metric and the run that it belongs to, in MLflow's JSON. */
export interface RunMetricRecord extends MetricRecord {
  readonly run_id: string;
}

type RunMetricRow = MetricRow & { readonly run_id: string };

/** The greatest number of values that are read at once. */
export const mostValues = 25_000;

const columns = "key, value, timestamp, step, is_nan, run_id";
const ofRuns = "key = ? AND run_id IN (SELECT value FROM json_each(?))";

/**
 * The values of a metric, by run, time, step and value.
 *
 * @param limit Number of values after which the rest is left out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.deepEqual(readHistories(store.database, ["r"], "loss", 10), []);
 * ```
 */
export function readHistories(
  database: ReadableDatabase,
  runIds: readonly string[],
  key: string,
  limit: number,
): RunMetricRecord[] {
  return database.all<RunMetricRow>(
    `SELECT ${columns} FROM metrics WHERE ${ofRuns}
     ORDER BY run_id, timestamp, step, value LIMIT ?`,
    ...[key, JSON.stringify(runIds), limit],
  ).map(record);
}

/**
 * The values of a metric at steps that all of the runs share, thinned out to about `most` of them;
 * the first and the last step of each run are always there.
 *
 * @param range Which steps; those from 0 on when it is undefined.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.deepEqual(readSampledHistories(store.database, ["r"], "loss", 10, undefined), []);
 * ```
 */
export function readSampledHistories(
  database: ReadableDatabase,
  runIds: readonly string[],
  key: string,
  most: number,
  range: StepRange | undefined,
): RunMetricRecord[] {
  const runs = JSON.stringify(runIds);
  const all = database.all<{ step: Step }>(
    `SELECT DISTINCT step FROM metrics WHERE ${ofRuns} ORDER BY step`,
    ...[key, runs],
  ).map(({ step }) => step);
  if (all.length === 0) return [];
  const ends = database.all<{ first: Step; last: Step }>(
    `SELECT MIN(step) AS first, MAX(step) AS last FROM metrics WHERE ${ofRuns} GROUP BY run_id`,
    ...[key, runs],
  ).flatMap(({ first, last }) => [first, last]);
  const steps = sampledSteps(all, range ?? { first: 0, last: all[all.length - 1] }, most, ends);
  return runIds.flatMap((runId) =>
    database.all<RunMetricRow>(
      `SELECT ${columns} FROM metrics
       WHERE run_id = ? AND key = ? AND step IN (SELECT value FROM json_each(?))
       ORDER BY step, timestamp, value LIMIT ?`,
      ...[runId, key, stringifyExact(steps), mostValues],
    ).map(record)
  );
}

function record(row: RunMetricRow): RunMetricRecord {
  return { ...metricRecord(row), run_id: row.run_id };
}
