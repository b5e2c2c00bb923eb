/** The app's surroundings over the lake: the champion, the history, the last batch results. */
import { openLake, sqlString } from "../data/mod.ts";
import { openDatabase } from "../data/duckdb/mod.ts";
import type { Context } from "../pipelines/context.ts";
import { createReadingScorer, openHistory, type ServedModel } from "../pipelines/realtime/mod.ts";
import { readLatestDrift, readScoring, scoringFile } from "../pipelines/steps/mod.ts";
import type { AppDeps, MeterSeries, MeterSummary } from "./deps.ts";

/** What the app serves, and who is told when it fails. */
export interface LakeDepsOptions {
  readonly model: ServedModel;
  /** Dataset of the lake that the meters belong to. */
  readonly dataset: string;
  readonly reportFailure: AppDeps["reportFailure"];
}

/**
 * Opens the surroundings of the app; dispose of them in the end. The model's session stays the
 * caller's.
 *
 * @throws {Error} When the dataset is not in the lake.
 */
export async function openLakeDeps(
  { config, now }: Pick<Context, "config" | "now">,
  { model, dataset, reportFailure }: LakeDepsOptions,
): Promise<AppDeps & AsyncDisposable> {
  // A request is too small to share out: a second thread makes it a third slower.
  const live = await openDatabase({ threads: 1 });
  await openLake(live, config.home, dataset);
  const history = await openHistory(live, model.views);
  // Pages read files of their own, so that a slow one never holds up a scoring request.
  const pages = await openDatabase({ threads: 1 });

  async function scored(name: "scores" | "events"): Promise<string | undefined> {
    const record = await readScoring(config.home, dataset);
    return record === undefined ? undefined : scoringFile(config.home, record, name);
  }

  async function meters(): Promise<MeterSummary[]> {
    const [scores, events] = [await scored("scores"), await scored("events")];
    if (scores === undefined || events === undefined) return [];
    const rows = await pages.rows<MeterSummary & { lastEvent: number | null }>(`
      SELECT s.meter_id AS "meterId", s.hours AS "anomalousHours",
        coalesce(e.events, 0)::INTEGER AS events, s.first AS "from", s.last AS "to",
        e.last AS "lastEvent"
      FROM (
        SELECT meter_id, sum(label)::INTEGER AS hours, min(ts) AS first,
          max(ts) + INTERVAL 1 HOUR AS last
        FROM ${scores} GROUP BY meter_id
      ) s LEFT JOIN (
        SELECT meter_id, count(*) AS events, max(start_ts) AS last FROM ${events} GROUP BY meter_id
      ) e ON e.meter_id = s.meter_id
      ORDER BY s.meter_id`);
    return rows.map(({ lastEvent, ...meter }) =>
      lastEvent === null ? meter : { ...meter, lastEvent }
    );
  }

  async function meterSeries(meterId: string, from: number, to: number): Promise<MeterSeries> {
    const [scores, events] = [await scored("scores"), await scored("events")];
    if (scores === undefined || events === undefined) {
      throw new Error(`Cannot show meter "${meterId}" as dataset "${dataset}" was never scored`);
    }
    const meter = `meter_id = ${sqlString(meterId)}`;
    const window = [from, to].map((ms) => `make_timestamp(${Math.round(ms * 1000)})`);
    const hours = await pages.columns(`
      SELECT ts, kwh, expected_kwh, score, label FROM ${scores}
      WHERE ${meter} AND ts >= ${window[0]} AND ts < ${window[1]} ORDER BY ts`);
    return {
      ts: hours.numbers("ts"),
      kwh: hours.numbers("kwh"),
      expectedKwh: hours.numbers("expected_kwh"),
      score: hours.numbers("score"),
      label: hours.numbers("label"),
      events: await pages.rows(`
        SELECT meter_id AS "meterId", start_ts AS "start", end_ts AS "end", hours AS intervals,
          peak_score AS "peakScore", peak_ts AS "peakTs", excess_kwh AS "excessKwh"
        FROM ${events}
        WHERE ${meter} AND end_ts > ${window[0]} AND start_ts < ${window[1]} ORDER BY start_ts`),
    };
  }

  return {
    model,
    scoreReadings: createReadingScorer(model, history),
    latestDrift: async () => await readLatestDrift(config.home, dataset) ?? null,
    meters,
    meterSeries,
    now,
    reportFailure,
    async [Symbol.asyncDispose]() {
      await live.close();
      await pages.close();
    },
  };
}
