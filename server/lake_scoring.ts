/** The last batch scoring of a dataset of the lake, read from its Parquet files. */
import { type Database, sqlString } from "../data/mod.ts";
import { readScoring, scoringFile } from "../pipelines/steps/mod.ts";
import type { BatchScoring, ExplainedEvent, MeterSummary } from "./deps.ts";

/**
 * Looks once which scoring is the current one; what is asked of the result comes of that one, even
 * when another has become current meanwhile.
 *
 * @param db Runs the queries; no relation of it is read or made.
 * @returns `null` before the first scoring.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openScoredHostel } from "../pipelines/scored_hostel_fixture.ts";
 * await using hostel = await openScoredHostel();
 * const { db, config } = hostel.context;
 * const scoring = await readLakeScoring(db, config.home, hostel.dataset);
 * assert.deepEqual([scoring?.model, scoring?.version], ["energy-anomaly", "3"]);
 * ```
 */
export async function readLakeScoring(
  db: Database,
  home: string,
  dataset: string,
): Promise<BatchScoring | null> {
  const record = await readScoring(home, dataset);
  if (record === undefined) return null;
  const scores = scoringFile(home, record, "scores");
  const events = scoringFile(home, record, "events");
  return {
    model: record.model,
    version: record.version,

    async meters() {
      const rows = await db.rows<MeterSummary & { lastEvent: number | null }>(`
        SELECT s.meter_id AS "meterId", s.hours AS "anomalousHours",
          coalesce(e.events, 0)::INTEGER AS events, s.first AS "from", s.last AS "to",
          e.last AS "lastEvent"
        FROM (
          SELECT meter_id, sum(label)::INTEGER AS hours, min(ts) AS first,
            max(ts) + INTERVAL 1 HOUR AS last
          FROM ${scores} GROUP BY meter_id
        ) s LEFT JOIN (
          SELECT meter_id, count(*) AS events, max(start_ts) AS last
          FROM ${events} GROUP BY meter_id
        ) e ON e.meter_id = s.meter_id
        ORDER BY s.meter_id`);
      return rows.map(({ lastEvent, ...meter }) =>
        lastEvent === null ? meter : { ...meter, lastEvent }
      );
    },

    async meterSeries(meterId, from, to) {
      const meter = `meter_id = ${sqlString(meterId)}`;
      const window = [from, to].map((ms) => `make_timestamp(${Math.round(ms * 1000)})`);
      const hours = await db.columns(`
        SELECT ts, kwh, expected_kwh, score, label FROM ${scores}
        WHERE ${meter} AND ts >= ${window[0]} AND ts < ${window[1]} ORDER BY ts`);
      return {
        ts: hours.numbers("ts"),
        kwh: hours.numbers("kwh"),
        expectedKwh: hours.numbers("expected_kwh"),
        score: hours.numbers("score"),
        label: hours.numbers("label"),
        events: (await db.rows<Omit<ExplainedEvent, "reasons"> & { reasons: string }>(`
          SELECT meter_id AS "meterId", start_ts AS "start", end_ts AS "end", hours AS intervals,
            peak_score AS "peakScore", peak_ts AS "peakTs", excess_kwh AS "excessKwh",
            reasons
          FROM ${events}
          WHERE ${meter} AND end_ts > ${window[0]} AND start_ts < ${window[1]} ORDER BY start_ts`))
          .map((event) => ({ ...event, reasons: JSON.parse(event.reasons) })),
      };
    },
  };
}
