/** Buildings with anomalies labelled by hand, as data for an evaluation. */
import { dropRelation, sources } from "../../data/mod.ts";
import type { Context } from "../context.ts";
import { featureTableQuery, materialize, readFeatures } from "../features/mod.ts";
import type { Progress } from "../progress.ts";
import { ingest } from "../steps/ingest.ts";
import type { EvaluationData } from "./labelled_rows.ts";
import type { NeededFeatures } from "./needed_features.ts";

/** The reading that gives the label away. */
const SHORTCUT_KWH = 1;

/**
 * Brings a file of the LEAD dataset through the lake and the feature views. Every labelled hour is
 * judged, also one without a reading or a history: its features are missing, and what a detector
 * makes of that is its own policy.
 *
 * @param file CSV file of the dataset or a part of it.
 */
export async function openLeadData(
  context: Pick<Context, "db" | "config">,
  file: string,
  { columns, views }: NeededFeatures,
  progress: Progress,
): Promise<EvaluationData> {
  const { db } = context;
  const { manifest } = await ingest(context, sources.lead({ file }), progress);
  await progress.step("features", async (onProgress) => {
    await materialize(db, views, onProgress);
    await dropRelation(db, "features");
    await db.run(`
      CREATE TABLE features AS
      SELECT l.meter_id, l.ts, l.label, f.* EXCLUDE (meter_id, ts)
      FROM labels l LEFT JOIN (${featureTableQuery(views)}) f
        ON f.meter_id = l.meter_id AND f.ts = date_trunc('hour', l.ts)`);
  });
  const judged = await readFeatures(db, columns);
  const labels = await db.columns("SELECT label FROM features ORDER BY meter_id, ts");
  return {
    dataset: manifest.dataset,
    digest: manifest.sourceDigest,
    labels: "anomalies that people marked in the readings of buildings",
    usual: await readFeatures(db, columns, { complete: true, sound: true }),
    judged: { ...judged, label: Uint8Array.from(labels.numbers("label")) },
    leftOut: [],
    shortcut: (row) => judged.kwh[row] === SHORTCUT_KWH,
  };
}
