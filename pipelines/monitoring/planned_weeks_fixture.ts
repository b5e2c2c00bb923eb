/** Hours whose features a test plans, and a model whose score is known from them. */
import { buildReferenceProfile, type Matrix, matrix } from "../../models/mod.ts";
import { openDatabase } from "../../data/duckdb/mod.ts";
import type { MonitoringInput } from "./section.ts";

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;

/** First hour, epoch milliseconds; a Monday. */
export const PLAN_START: number = Date.UTC(2024, 0, 1);
/** Scores of the model at or above it are alerts. */
export const PLAN_THRESHOLD = 0.75;

/** What to plan. */
export interface Plan {
  readonly meters: number;
  /** Weeks in all; the last one is the window, those before are the reference. */
  readonly weeks: number;
  /** The two features of an hour of a meter, both counted from 0: what is scored, and what is not. */
  plan(meter: number, hour: number): readonly [scored: number, ignored: number];
}

/** A planned input; dispose of it in the end. */
export interface PlannedWeeks extends AsyncDisposable {
  readonly input: MonitoringInput;
}

/**
 * Meters `m00`, `m01` … with the planned features, and a model that gives the first of them, cut to
 * [0, 1], as its score: the answer to every question about scores is then known by construction.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await using weeks = await plannedWeeks({ meters: 1, weeks: 7, plan: () => [0.8, 3] });
 * const { model } = weeks.input;
 * const x = { columns: model.columns, rows: 1, values: Float32Array.of(2, 0) };
 * const { score, label } = await model.session.score(x);
 * assert.deepEqual([score[0], label[0]], [1, 1]);
 * ```
 */
export async function plannedWeeks({ meters, weeks, plan }: Plan): Promise<PlannedWeeks> {
  const db = await openDatabase({ threads: 1 });
  const hours = weeks * 168;
  const rows = Array.from({ length: meters * hours }, (_, row) => ({
    meter: Math.floor(row / hours),
    hour: row % hours,
  }));
  const values = rows.map(({ meter, hour }) => plan(meter, hour));
  await db.run(`CREATE TABLE features (
    meter_id VARCHAR, ts TIMESTAMP, residual_week FLOAT, ignored FLOAT, change_168h FLOAT,
    kwh DOUBLE, expected_kwh DOUBLE)`);
  await db.append("features", {
    meter_id: rows.map(({ meter }) => `m${String(meter).padStart(2, "0")}`),
    ts: rows.map(({ hour }) => PLAN_START + hour * HOUR_MS),
    residual_week: values.map(([scored]) => scored),
    ignored: values.map(([, ignored]) => Number.isNaN(ignored) ? null : ignored),
    change_168h: rows.map(() => 0),
    kwh: rows.map(() => 1),
    expected_kwh: rows.map(() => 1),
  });
  const columns = ["residual_week", "ignored"];
  const last = PLAN_START + (weeks - 1) * WEEK_MS;
  const before = rows.flatMap(({ hour }, row) => hour < (weeks - 1) * 168 ? [row] : []);
  const profile = buildReferenceProfile(
    matrix(columns, before.flatMap((row) => [...values[row]])),
    // Six chunks are needed even where the reference is too short for a section.
    before.map((row) => Math.floor(rows[row].hour / (weeks > 6 ? 168 : 24))),
  );
  const contract = { columns, members: ["known"], threshold: PLAN_THRESHOLD, metadata: {} };
  return {
    input: {
      db,
      dataset: "planned",
      model: {
        name: "known",
        version: "1",
        runId: "0",
        columns,
        threshold: PLAN_THRESHOLD,
        views: [],
        profile,
        session: { ...contract, score: (x) => Promise.resolve(scores(x)), close: async () => {} },
      },
      window: { from: last, to: last + WEEK_MS },
      reference: { from: PLAN_START, to: last },
    },
    [Symbol.asyncDispose]: () => db.close(),
  };
}

function scores(x: Matrix) {
  const score = Float32Array.from(
    { length: x.rows },
    (_, row) => Math.min(1, Math.max(0, x.values[row * 2])),
  );
  return {
    score,
    label: Uint8Array.from(score, (value) => value >= PLAN_THRESHOLD ? 1 : 0),
    memberScores: score,
  };
}
