/** The monitoring pipeline: how far the features of a window are from those of training. */
import { join } from "node:path";
import { type DriftReport, driftReport, leastRows } from "../../models/mod.ts";
import type { Context } from "../context.ts";
import { readFeatures } from "../features/mod.ts";
import { readJsonFile, writeJsonFile } from "../json_file.ts";
import type { Progress } from "../progress.ts";
import type { ServedModel } from "../realtime/served_model.ts";

/** A drift report with what it is about. */
export interface StoredDriftReport extends DriftReport {
  readonly dataset: string;
  readonly model: string;
  readonly version: string;
  /** ISO 8601, UTC: the window, its end exclusive. */
  readonly from: string;
  readonly to: string;
}

/** What to compare with the model's reference profile. */
export interface MonitoringOptions {
  readonly dataset: string;
  /** Epoch milliseconds, inclusive. */
  readonly from: number;
  /** Epoch milliseconds, exclusive. */
  readonly to: number;
}

/**
 * Compares the features of a window with the model's reference profile and stores the report as
 * the dataset's latest. The relation `features` must be open.
 *
 * @throws {RangeError} When the window has less than half as many hours with the history of every
 * feature as an ordinary month of the training data.
 */
export async function monitor(
  { db, config, scratch }: Pick<Context, "db" | "config" | "scratch">,
  model: ServedModel,
  { dataset, from, to }: MonitoringOptions,
  progress: Progress,
): Promise<StoredDriftReport> {
  return await progress.step("drift", async () => {
    const { x } = await readFeatures(
      db,
      model.profile.columns.map(({ column }) => column),
      { from, until: to, complete: true },
    );
    const window = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    const least = leastRows(model.profile);
    if (x.rows < least) {
      throw new RangeError(
        `Cannot report drift of dataset "${dataset}" as at least ${least} complete hours of its meters, ` +
          `half an ordinary month of training, must lie from ${window.from} to ${window.to}: ` +
          `current number is ${x.rows}`,
      );
    }
    const report: StoredDriftReport = {
      dataset,
      model: model.name,
      version: model.version,
      ...window,
      ...driftReport(model.profile, x),
    };
    const folder = join(config.home, "drift", dataset);
    const name = `${window.from}_${window.to}`.replaceAll(/[:.]/g, "");
    await writeJsonFile(join(folder, `${name}.json`), report, scratch);
    await writeJsonFile(join(folder, "latest.json"), report, scratch);
    return report;
  });
}

/** The last stored drift report of a dataset; `undefined` before the first one. */
export function readLatestDrift(
  home: string,
  dataset: string,
): Promise<StoredDriftReport | undefined> {
  return readJsonFile(join(home, "drift", dataset, "latest.json"));
}
