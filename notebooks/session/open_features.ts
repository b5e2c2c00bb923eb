/** The features of an open dataset. */
import type { Context, Progress } from "../../pipelines/mod.ts";
import type { ServedModel } from "../../pipelines/realtime/mod.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { type Table, table } from "../tables/mod.ts";
import type { DatasetFacts } from "./dataset.ts";

/** A feature, and what it means. */
export interface FeatureRow {
  readonly feature: string;
  /** Such as `kWh`, or `scale`: in units of the meter's own variability. */
  readonly unit: string;
  readonly meaning: string;
  /** The feature view that computes it. */
  readonly view: string;
}

/** What the relation `features` holds; shows itself as the table of meanings. */
export interface Features {
  /** The views in the order in which they build on one another. */
  readonly views: ServedModel["views"];
  /** Names of the features: columns of the views that no other builds on. */
  readonly columns: readonly string[];
  /** Hours with features. */
  readonly rows: number;
  readonly meanings: Table<FeatureRow>;
  readonly [JUPYTER_DISPLAY]: Table[typeof JUPYTER_DISPLAY];
}

/**
 * Makes the features of the open dataset the relation `features`: `meter_id`, `ts`, `kwh`,
 * `expected_kwh` and a column per feature, one row per meter and hour. They are kept in the home and
 * opened again the next time.
 *
 * @param dataset The one that is open, as `openDataset()` gave it.
 * @param progress Shown while they are computed.
 * @param model Whose features; those of a new training unless given.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openScoredHostel } from "../../pipelines/scored_hostel_fixture.ts";
 * import { silent } from "../../pipelines/trained_home_fixture.ts";
 * import { openDataset } from "./open_dataset.ts";
 * await using hostel = await openScoredHostel();
 * const dataset = await openDataset(hostel.context, hostel.dataset);
 * const { columns, meanings } = await openFeatures(hostel.context, dataset, silent, hostel.model);
 * assert.equal(columns[0], "residual_week");
 * assert.equal(meanings.texts("unit")[0], "scale");
 * ```
 */
export async function openFeatures(
  context: Pick<Context, "db" | "config" | "scratch">,
  dataset: Pick<DatasetFacts, "dataset" | "sourceDigest">,
  progress: Progress,
  model?: Pick<ServedModel, "views">,
): Promise<Features> {
  const steps = await import("../../pipelines/steps/mod.ts");
  const views = model?.views ?? steps.featureViews;
  await steps.openFeatures(context, views, dataset, progress);
  const meanings = table(
    steps.leafViews(views).flatMap(({ name: view, columns }) =>
      columns.map(({ name: feature, unit, description: meaning }): FeatureRow => (
        { feature, unit, meaning, view }
      ))
    ),
  );
  const [{ rows }] = await context.db.rows<{ rows: number }>(
    "SELECT count(*) AS rows FROM features",
  );
  return {
    views,
    columns: meanings.texts("feature") as string[],
    rows,
    meanings,
    [JUPYTER_DISPLAY]: meanings[JUPYTER_DISPLAY],
  };
}
