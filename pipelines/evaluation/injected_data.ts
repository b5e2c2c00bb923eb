/** Real meters with injected faults, as data for an evaluation. */
import { dropRelation, type Source } from "../../data/mod.ts";
import type { Context } from "../context.ts";
import { featureTableQuery, materialize, readFeatures } from "../features/mod.ts";
import type { Progress } from "../progress.ts";
import { ingest } from "../steps/ingest.ts";
import { makeInjectedFeatures } from "../steps/injected_features.ts";
import { planFaults } from "../steps/plan_faults.ts";
import { makeTaughtRows } from "../steps/taught_rows.ts";
import type { EvaluationData } from "./labelled_rows.ts";
import type { NeededFeatures } from "./needed_features.ts";

const HOUR_MS = 3_600_000;

/** What gets faults. */
export interface InjectedDataOptions {
  readonly source: Source;
  /** Only readings before this time count, epoch milliseconds. */
  readonly until: number;
  readonly seed: number;
}

/**
 * Brings a source through the lake and the feature views twice: as it is, and with faults in the
 * series of every meter that can carry them. Hours are judged from a meter's first one with a full
 * history on, as no fault begins before.
 */
export async function openInjectedData(
  context: Pick<Context, "db" | "config">,
  { source, until, seed }: InjectedDataOptions,
  { columns, views, labels }: NeededFeatures,
  progress: Progress,
): Promise<EvaluationData> {
  const { db } = context;
  const { manifest } = await ingest(context, source, progress);
  await progress.step("features", async (onProgress) => {
    await materialize(db, views, onProgress);
    await dropRelation(db, "features");
    await db.run(`CREATE TABLE features AS ${featureTableQuery(views)}`);
  });
  const window = { until: Math.min(until, manifest.to + HOUR_MS), complete: true };
  const meters = await db.rows<{ meter_id: string }>(
    "SELECT DISTINCT meter_id FROM features ORDER BY meter_id",
  );
  const usual = await readFeatures(db, columns, { ...window, sound: true });
  const plan = await planFaults(db, { ...window, meterIds: meters.map((row) => row.meter_id) });
  const options = { until: window.until, seed, columns };
  const meterIds = plan.meters.map(({ meterId }) => meterId);
  const { judged, taught } = await progress.step("inject", async (onProgress) => ({
    judged: await makeInjectedFeatures(db, views, { ...options, meters: plan.meters }),
    taught: labels
      ? await makeTaughtRows(db, views, { ...options, meterIds }, onProgress)
      : undefined,
  }));
  return {
    dataset: `${manifest.dataset}-injected`,
    digest: manifest.sourceDigest,
    labels: "faults injected on top of real series; hours in which the quality checks had found " +
      "one before are left out, other anomalies that were there count as usual; a fault is one event",
    usual,
    judged: { ...judged, events: judged.fault },
    taught,
    leftOut: plan.leftOut,
  };
}
