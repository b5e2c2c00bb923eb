/** Scores for raw readings: features by the model's own SQL over the history, then the model. */
import type { Columns, Reading } from "../../data/mod.ts";
import { type Matrix, matrix } from "../../models/mod.ts";
import type { History } from "./history.ts";
import { makeRequestFeatures } from "./request_features.ts";
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

/** Scores readings; calls of all scorers of one history run one after another. */
export type ReadingScorer = (readings: readonly Reading[]) => Promise<ScoredReading[]>;

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
  return (readings) => history.inTurn(() => score(model, history, readings));
}

async function score(
  model: ScoringModel,
  history: History,
  readings: readonly Reading[],
): Promise<ScoredReading[]> {
  if (readings.length === 0) return [];
  const features = await makeRequestFeatures(history, model.views, readings);
  const hours = await history.db.columns(`
    SELECT f.meter_id, f.ts, f.kwh, f.expected_kwh,
      ${model.columns.map((name) => `f.${name}`).join(", ")}
    FROM (${features}) f
    SEMI JOIN requested_hours r ON r.meter_id = f.meter_id AND r.ts = f.ts
    ORDER BY f.meter_id, f.ts`);
  const x = matrixOf(model.columns, hours);
  const { score, label, memberScores } = await model.session.score(x);
  const { members } = model.session;
  const meterIds = hours.texts("meter_id") as string[];
  const ts = hours.numbers("ts");
  const kwh = hours.numbers("kwh");
  const expected = hours.numbers("expected_kwh");
  const width = model.columns.length;
  return meterIds.map((meterId, row) => ({
    meterId,
    ts: ts[row],
    kwh: kwh[row],
    expectedKwh: Number.isNaN(expected[row]) ? null : expected[row],
    score: score[row],
    label: label[row] === 1 ? 1 : 0,
    memberScores: Object.fromEntries(
      members.map((name, member) => [name, memberScores[row * members.length + member]]),
    ),
    features: x.values.subarray(row * width, (row + 1) * width),
    missing: model.columns.filter((_, column) => Number.isNaN(x.values[row * width + column])),
  }));
}

function matrixOf(names: readonly string[], from: Columns): Matrix {
  const values = new Float32Array(from.rows * names.length);
  for (const [column, name] of names.entries()) {
    for (const [row, value] of from.numbers(name).entries()) {
      values[row * names.length + column] = value;
    }
  }
  return matrix(names, values);
}
