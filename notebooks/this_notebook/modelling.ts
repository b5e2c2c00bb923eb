/** Models of the datasets of the notebook's lake: judged, trained, held against later data, served. */
import type { LabelledHours, LabelledOptions, Trained, TrainOptions } from "../modelling/mod.ts";
import type { Monitored, MonitorOptions } from "../monitoring/mod.ts";
import type { ModelServer } from "../serving/mod.ts";
import type { Dataset } from "../session/mod.ts";
import { steps } from "./progress.ts";
import { context, project, servers } from "./surroundings.ts";

/**
 * Injects faults into a dataset of the lake, to judge detectors by; see {@linkcode LabelledHours}.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDataset } from "./datasets.ts";
 * import { closeSession } from "./surroundings.ts";
 * const home = await Deno.makeTempDir();
 * Deno.env.set("WATTBOOK_HOME", home);
 * await Deno.writeTextFile(`${home}/c.csv`, "meter_id,ts,kwh\nr1,2024-01-01,1\nr1,2024-01-02,2\n");
 * const dataset = await openDataset(`${home}/c.csv`);
 * await assert.rejects(labelledHours(dataset, { detectors: [] }), /Cannot judge detectors/);
 * await closeSession();
 * ```
 */
export async function labelledHours(
  dataset: Dataset,
  options: LabelledOptions,
): Promise<LabelledHours> {
  const { labelledHours } = await import("../modelling/mod.ts");
  return await labelledHours(await context(), dataset, options, steps);
}

/**
 * Trains, evaluates and registers a model of a dataset of the lake, as `deno task train` does.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDataset } from "./datasets.ts";
 * import { closeSession } from "./surroundings.ts";
 * const home = await Deno.makeTempDir();
 * Deno.env.set("WATTBOOK_HOME", home);
 * await Deno.writeTextFile(`${home}/d.csv`, "meter_id,ts,kwh\nr1,2024-01-01,1\nr1,2024-01-02,2\n");
 * const file = await openDataset(`${home}/d.csv`);
 * await assert.rejects(train(file), /has no such dataset/);
 * await closeSession();
 * ```
 */
export async function train(dataset: Dataset, options: TrainOptions = {}): Promise<Trained> {
  const { trainModel } = await import("../modelling/mod.ts");
  return await trainModel(await context(), dataset, options, steps());
}

/**
 * Reports what is different in a window of a dataset of the lake, as `deno task monitor` does: in the
 * data's quality, the features, the meters and what the model says.
 *
 * @throws {RangeError} When there is no such section.
 * @throws {MlflowError} When the registry knows no such model, version or alias.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDataset } from "./datasets.ts";
 * import { closeSession } from "./surroundings.ts";
 * const home = await Deno.makeTempDir();
 * Deno.env.set("WATTBOOK_HOME", home);
 * await Deno.writeTextFile(`${home}/e.csv`, "meter_id,ts,kwh\nr1,2024-01-01,1\nr1,2024-01-02,2\n");
 * const dataset = await openDataset(`${home}/e.csv`);
 * await assert.rejects(monitor(dataset, { sections: ["weather"] }), /got "weather"/);
 * await closeSession();
 * ```
 */
export async function monitor(dataset: Dataset, options: MonitorOptions = {}): Promise<Monitored> {
  const { monitorWindow } = await import("../monitoring/mod.ts");
  return await monitorWindow(await context(), dataset, options, steps());
}

/**
 * Serves a model in a process of its own, as `deno task serve` does, on a free port. `stop()`,
 * `closeSession()` and the end of the kernel end it.
 *
 * @param dataset One of the lake, with the history of the meters.
 * @param model Its URI.
 * @throws {Error} When the server does not come up, with what it said.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDataset } from "./datasets.ts";
 * import { closeSession } from "./surroundings.ts";
 * const home = await Deno.makeTempDir();
 * Deno.env.set("WATTBOOK_HOME", home);
 * await Deno.writeTextFile(`${home}/f.csv`, "meter_id,ts,kwh\nr1,2024-01-01,1\nr1,2024-01-02,2\n");
 * const file = await openDataset(`${home}/f.csv`);
 * await assert.rejects(serve(file), /^Error: Cannot serve "models:\/energy-anomaly@champion"/);
 * await closeSession();
 * ```
 */
export async function serve(
  { dataset }: Dataset,
  model = "models:/energy-anomaly@champion",
): Promise<ModelServer> {
  const { startServer } = await import("../serving/mod.ts");
  const server = await startServer({ dataset, model, project });
  servers.add(server);
  return server;
}
