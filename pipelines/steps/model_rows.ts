/** The rows a model is trained and weighed on: real hours, with faults injected into some. */
import type { Database } from "../../data/duckdb/mod.ts";
import { featureViews, MODEL_INPUTS, readFeatures } from "../features/mod.ts";
import { makeInjectedFeatures } from "./injected_features.ts";
import { planFaults } from "./plan_faults.ts";
import type { MeterSplit } from "./split_meters.ts";
import { makeTaughtRows } from "./taught_rows.ts";
import type { ModelRows } from "./train_model.ts";

/** Which meters, until when. */
export interface ModelRowsOptions {
  readonly split: Pick<MeterSplit, "train" | "validation">;
  /** Epoch milliseconds, exclusive. */
  readonly until: number;
  readonly seed: number;
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Makes the rows of the training and validation meters; those of the test meters stay unseen.
 *
 * @param db Holds the relations `readings`, `meters`, `weather`, `features` and `issues`.
 * @throws {RangeError} When less than three faults fit into the training or the validation meters.
 */
export async function makeModelRows(
  db: Database,
  { split, until, seed, onProgress }: ModelRowsOptions,
): Promise<ModelRows> {
  const window = { until, complete: true };
  const { meters } = await planFaults(db, { ...window, meterIds: split.validation });
  const options = { until, seed, columns: MODEL_INPUTS };
  const taught = { ...options, meterIds: split.train };
  const train = await makeTaughtRows(
    db,
    featureViews,
    taught,
    (share) => onProgress?.(0.8 * share),
  );
  return {
    train,
    validation: await makeInjectedFeatures(db, featureViews, { ...options, meters }),
    usual: await readFeatures(db, MODEL_INPUTS, {
      ...window,
      sound: true,
      meterIds: split.validation,
    }),
  };
}
