/** Scores every hour of a dataset with a model and writes scores and events. */
import { join } from "node:path";
import { sqlString } from "../../data/duckdb/mod.ts";
import { type AnomalyEvent, findEvents, matrix } from "../../models/mod.ts";
import type { Context } from "../context.ts";
import { readFeatures } from "../features/mod.ts";
import { type ExplainedEvent, explainHours } from "../realtime/explain_hours.ts";
import type { ServedModel } from "../realtime/served_model.ts";
import { publishScoring, SCORING_FILES, type ScoringRecord } from "./scores_store.ts";

const HOUR_MS = 3_600_000;

/**
 * Scores the relation `features` month by month, so that memory does not grow with the years, and
 * makes the result the dataset's current scoring.
 *
 * Hours without the history of every feature are scored too; the model takes what is missing
 * as usual.
 */
export async function scoreLake(
  context: Pick<Context, "db" | "config" | "scratch">,
  model: ServedModel,
  dataset: string,
  onProgress?: (fraction: number) => void,
): Promise<ScoringRecord> {
  const { db } = context;
  const { members } = model.session;
  await db.run(`CREATE OR REPLACE TABLE scores (
    meter_id VARCHAR, ts TIMESTAMP, kwh DOUBLE, expected_kwh DOUBLE, score FLOAT, label INTEGER,
    ${members.map((name) => `${name} FLOAT`).join(", ")})`);
  const months = await db.rows<{ start: number; stop: number }>(`
    SELECT DISTINCT epoch_ms(date_trunc('month', ts)) AS start,
      epoch_ms(date_trunc('month', ts) + INTERVAL 1 MONTH) AS stop
    FROM features ORDER BY start`);
  for (const [i, { start, stop }] of months.entries()) {
    const rows = await readFeatures(db, model.columns, { from: start, until: stop });
    const { score, label, memberScores } = await model.session.score(rows.x);
    await db.append("scores", {
      meter_id: rows.meterIds,
      ts: rows.ts,
      kwh: rows.kwh,
      expected_kwh: Array.from(rows.expectedKwh, (kwh) => Number.isNaN(kwh) ? null : kwh),
      score,
      label,
      ...Object.fromEntries(members.map((name, member) => [
        name,
        score.map((_, row) => memberScores[row * members.length + member]),
      ])),
    });
    onProgress?.((i + 1) / months.length);
  }
  return await writeScoring(context, model, dataset);
}

async function writeScoring(
  context: Pick<Context, "db" | "config" | "scratch">,
  model: ServedModel,
  dataset: string,
): Promise<ScoringRecord> {
  const { db, scratch } = context;
  const [summary] = await db.rows<
    { rows: number; anomalous: number; first: number; last: number; digest: number | bigint }
  >(`SELECT count(*) AS rows, coalesce(sum(label), 0)::INTEGER AS anomalous,
      min(ts) AS first, max(ts) AS last, bit_xor(hash(meter_id, ts, kwh, score)) AS digest
    FROM scores`);
  if (summary.rows === 0) {
    throw new RangeError(`Cannot score dataset "${dataset}" as it has no complete hour`);
  }
  const events = await explainedEvents(db, model);
  const record: ScoringRecord = {
    dataset,
    model: model.name,
    version: model.version,
    members: model.session.members,
    folder: `${model.name}-v${model.version}-${BigInt(summary.digest).toString(16)}`,
    rows: summary.rows,
    anomalous_hours: summary.anomalous,
    events: events.length,
    from: new Date(summary.first).toISOString(),
    to: new Date(summary.last).toISOString(),
  };
  await writeEvents(db, events);
  for (const name of SCORING_FILES) {
    const order = name === "scores" ? "meter_id, ts" : "meter_id, start_ts";
    const path = join(scratch, `${name}.parquet`);
    await db.run(`COPY (SELECT * FROM ${name} ORDER BY ${order}) TO ${sqlString(`${path}.part`)}
      (FORMAT parquet, COMPRESSION zstd)`);
    // Another scoring of this process may lie there, linked to its place: it must not change.
    await Deno.rename(`${path}.part`, path);
  }
  await publishScoring(context, record);
  // Of this process's own link, so that a scoring of another one does not take it away.
  await db.run(
    `DROP TABLE scores; CREATE OR REPLACE VIEW scored AS SELECT * FROM read_parquet(${
      sqlString(join(scratch, "scores.parquet"))
    })`,
  );
  return record;
}

async function explainedEvents(
  db: Context["db"],
  model: ServedModel,
): Promise<ExplainedEvent[]> {
  const events = await findScoredEvents(db);
  await db.run("CREATE OR REPLACE TABLE peaks (meter_id VARCHAR, ts TIMESTAMP)");
  await db.append("peaks", {
    meter_id: events.map(({ meterId }) => meterId),
    ts: events.map(({ peakTs }) => peakTs),
  });
  const { values } = await db.float32(`SELECT ${model.columns.join(", ")} FROM features
    SEMI JOIN peaks USING (meter_id, ts) ORDER BY meter_id, ts`);
  await db.run("DROP TABLE peaks");
  const reasons = await explainHours(model, matrix(model.columns, values));
  // Events come by meter and time, and so do their peaks.
  return events.map((event, i) => ({ ...event, reasons: reasons[i] }));
}

async function findScoredEvents(db: Context["db"]): Promise<AnomalyEvent[]> {
  const marked = await db.columns("SELECT * FROM scores WHERE label = 1 ORDER BY meter_id, ts");
  return findEvents({
    meterId: marked.texts("meter_id") as string[],
    ts: marked.numbers("ts"),
    label: Uint8Array.from(marked.numbers("label")),
    score: Float32Array.from(marked.numbers("score")),
    kwh: marked.numbers("kwh"),
    expectedKwh: marked.numbers("expected_kwh"),
  }, { intervalMs: HOUR_MS });
}

async function writeEvents(db: Context["db"], events: readonly ExplainedEvent[]): Promise<void> {
  await db.run(`CREATE OR REPLACE TABLE events (
    meter_id VARCHAR, start_ts TIMESTAMP, end_ts TIMESTAMP, hours INTEGER,
    peak_score DOUBLE, peak_ts TIMESTAMP, excess_kwh DOUBLE, reasons VARCHAR)`);
  await db.append("events", {
    meter_id: events.map(({ meterId }) => meterId),
    start_ts: events.map(({ start }) => start),
    end_ts: events.map(({ end }) => end),
    hours: events.map(({ intervals }) => intervals),
    peak_score: events.map(({ peakScore }) => peakScore),
    peak_ts: events.map(({ peakTs }) => peakTs),
    excess_kwh: events.map(({ excessKwh }) => excessKwh),
    reasons: events.map(({ reasons }) => JSON.stringify(reasons)),
  });
}
