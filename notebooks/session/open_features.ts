/** The features of an open dataset. */
import type { Context, Progress } from "../../pipelines/mod.ts";
import type { ServedModel } from "../../pipelines/realtime/mod.ts";
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

/**
 * Makes the features of the open dataset the relation `features`: `meter_id`, `ts`, `kwh`,
 * `expected_kwh` and a column per feature, one row per meter and hour. They are kept in the home and
 * opened again the next time.
 *
 * @param dataset The one that is open, as `openDataset()` gave it.
 * @param progress Shown while they are computed.
 * @param model Whose features; those of a new training unless given.
 * @returns The features, in the order of the views.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openScoredHostel } from "../../pipelines/scored_hostel_fixture.ts";
 * import { silent } from "../../pipelines/trained_home_fixture.ts";
 * import { openDataset } from "./open_dataset.ts";
 * await using hostel = await openScoredHostel();
 * const dataset = await openDataset(hostel.context, hostel.dataset);
 * const [first] = await openFeatures(hostel.context, dataset, silent, hostel.model);
 * assert.deepEqual([first.feature, first.unit], ["residual_week", "scale"]);
 * ```
 */
export async function openFeatures(
  context: Pick<Context, "db" | "config" | "scratch">,
  dataset: Pick<DatasetFacts, "dataset" | "sourceDigest">,
  progress: Progress,
  model?: Pick<ServedModel, "views">,
): Promise<Table<FeatureRow>> {
  const steps = await import("../../pipelines/steps/mod.ts");
  const views = model?.views ?? steps.featureViews;
  await steps.openFeatures(context, views, dataset, progress);
  return table(
    steps.leafViews(views).flatMap(({ name: view, columns }) =>
      columns.map(({ name: feature, unit, description: meaning }) => (
        { feature, unit, meaning, view }
      ))
    ),
  );
}
