/** Scores for raw readings: features by the model's own SQL over the history, then the model. */
import type { Reading } from "../../data/mod.ts";
import type { Scores } from "../../models/onnx/session.ts";
import type { FeatureRows } from "../features/mod.ts";
import { requestFeatures } from "./feature_passes.ts";
import type { History } from "./history.ts";
import type { ServedModel } from "./served_model.ts";

/** What the model says about one hour of a meter. */
export interface ScoredReading {
  readonly meterId: string;
  /** Start of the hour, epoch milliseconds UTC. */
  readonly ts: number;
  /** Load of the hour, kWh. */
  readonly kwh: number;
  /** Usual load of that hour of week, kWh; `null` when it is not in the last eight weeks. */
  readonly expectedKwh: number | null;
  /** In [0, 1], higher is more anomalous. */
  readonly score: number;
  readonly label: 0 | 1;
  /** Calibrated score of each member of the ensemble. */
  readonly memberScores: Readonly<Record<string, number>>;
  /** What the model was given, in the order of its columns; `NaN` where missing. */
  readonly features: Float32Array;
  /** Features without the history they need; the model takes them as usual. */
  readonly missing: readonly string[];
}

/** What scoring needs of a model. */
export type ScoringModel = Pick<ServedModel, "columns" | "views" | "session">;

/**
 * Scores readings; calls that wait for the same history share its passes. What waits when `signal` is
 * aborted is dropped, and the call rejects with its reason.
 */
export type ReadingScorer = (
  readings: readonly Reading[],
  signal?: AbortSignal,
) => Promise<ScoredReading[]>;

/**
 * Creates the scorer of one model over one history.
 *
 * Its result has a row for each hour with a reading, once all intervals of the hour are there,
 * sorted by meter and time. It rejects with an {@linkcode UnknownMeterError} when the history
 * does not know a meter, with an {@linkcode OffGridError} when a meter is never read at such a time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * import { detectors, ensembleToOnnx, fitEnsemble, matrix } from "../../models/mod.ts";
 * import { openSession } from "../../models/onnx/session.ts";
 * import { featureViews } from "../features/mod.ts";
 * import { openHistory } from "./history.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`
 *   CREATE TABLE readings AS SELECT 'r1' AS meter_id, TIMESTAMP '2024-01-01' AS ts, 2.0 AS kwh;
 *   CREATE TABLE meters AS SELECT 'r1' AS meter_id, 's' AS site_id, 'UTC' AS time_zone,
 *     60 AS interval_minutes;
 *   CREATE TABLE weather (site_id VARCHAR, ts TIMESTAMP, temperature_c DOUBLE)`);
 * const columns = ["run_length"];
 * const runs = matrix(columns, [1, 1, 2, 1, 3]);
 * const ensemble = await fitEnsemble(runs, runs, [{ detector: detectors.iqr() }], { seed: 1 });
 * const session = await openSession(ensembleToOnnx(ensemble, 0.5));
 * const model = { columns, views: featureViews, session };
 * const score = createReadingScorer(model, await openHistory(db, featureViews));
 * const ts = Date.UTC(2024, 0, 1, 1);
 * const [hour] = await score([{ meterId: "r1", ts, kwh: 3 }]);
 * assert.deepEqual([hour.ts, hour.kwh, hour.score, hour.label], [ts, 3, 0, 0]);
 * await session.close();
 * ```
 */
export function createReadingScorer(model: ScoringModel, history: History): ReadingScorer {
  return async (readings, signal) => {
    if (readings.length === 0) return [];
    const rows = await requestFeatures(history, model, readings, signal);
    // Beside the pass, so that the database goes on with the next one meanwhile.
    return scoredReadings(model, rows, await model.session.score(rows.x, { signal }));
  };
}

function scoredReadings(
  { columns, session: { members } }: ScoringModel,
  { x, meterIds, ts, kwh, expectedKwh }: FeatureRows,
  { score, label, memberScores }: Scores,
): ScoredReading[] {
  const width = columns.length;
  return meterIds.map((meterId, row) => ({
    meterId,
    ts: ts[row],
    kwh: kwh[row],
    expectedKwh: Number.isNaN(expectedKwh[row]) ? null : expectedKwh[row],
    score: score[row],
    label: label[row] === 1 ? 1 : 0,
    memberScores: Object.fromEntries(
      members.map((name, member) => [name, memberScores[row * members.length + member]]),
    ),
    features: x.values.subarray(row * width, (row + 1) * width),
    missing: columns.filter((_, column) => Number.isNaN(x.values[row * width + column])),
  }));
}
