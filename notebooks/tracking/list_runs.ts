/** Runs of the tracking server as a table. */
import {
  getExperimentByName,
  type RegistryClient,
  type Run,
  searchExperiments,
  searchRuns,
} from "../../registry/mod.ts";
import { type Table, table } from "../tables/mod.ts";

/** Which runs. */
export interface RunsOptions {
  /** Name of an experiment. @default {every active one} */
  readonly experiment?: string;
  /** MLflow's filter, such as `metrics.ensemble.roc_auc > 0.9 AND params.seed = '1'`. */
  readonly filter?: string;
  /** Keys to sort by, such as `metrics.ensemble.roc_auc DESC`. @default {newest first} */
  readonly orderBy?: readonly string[];
  /** @default {100} */
  readonly limit?: number;
}

/**
 * Runs as rows: `run_id`, `name`, `experiment`, `status`, `started`, `seconds`, then what they
 * logged under its name with `params.` or `metrics.` before it, in alphabetical order; what a run
 * did not log is missing. Parameters that are numbers in every run are numbers.
 *
 * @throws {MlflowError} When there is no such experiment, or the filter cannot be read.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun, logBatch } from "../../registry/mod.ts";
 * import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
 * await logBatch(client, runId, { params: { trees: "100" } });
 * const [run] = await listRuns(client);
 * assert.deepEqual([run.run_id, run["params.trees"]], [runId, 100]);
 * ```
 */
export async function listRuns(
  registry: RegistryClient,
  { experiment, filter, orderBy, limit = 100 }: RunsOptions = {},
): Promise<Table> {
  const experiments = experiment === undefined
    ? await Array.fromAsync(searchExperiments(registry))
    : [await getExperimentByName(registry, experiment)];
  const names = new Map(experiments.map(({ experimentId, name }) => [experimentId, name]));
  const runs: Run[] = [];
  const search = {
    experimentIds: [...names.keys()],
    filter,
    orderBy,
    pageSize: Math.min(Math.max(limit, 1), 1000),
  };
  for await (const run of searchRuns(registry, search)) {
    if (runs.length >= limit) break;
    runs.push(run);
  }
  const params = sortedKeys(runs.map((run) => run.params));
  const metrics = sortedKeys(runs.map((run) => run.metrics));
  const times = (time: (run: Run) => number | undefined) =>
    Float64Array.from(runs, (run) => time(run) ?? NaN);
  return table({
    run_id: runs.map(({ runId }) => runId),
    name: runs.map(({ runName }) => runName),
    experiment: runs.map(({ experimentId }) => names.get(experimentId)),
    status: runs.map(({ status }) => status),
    started: runs.map(({ startTime }) => startTime === undefined ? null : new Date(startTime)),
    seconds: times(({ startTime, endTime }) => (endTime! - startTime!) / 1000),
    ...Object.fromEntries(
      params.map((key) => [`params.${key}`, asNumbers(runs.map((run) => run.params[key]))]),
    ),
    ...Object.fromEntries(
      metrics.map((key) => [`metrics.${key}`, times((run) => run.metrics[key])]),
    ),
  });
}

function sortedKeys(records: readonly Readonly<Record<string, unknown>>[]): string[] {
  return [...new Set(records.flatMap((record) => Object.keys(record)))].sort();
}

/** MLflow keeps parameters as text. */
function asNumbers(texts: readonly (string | undefined)[]): readonly unknown[] {
  const numbers = texts.map((text) => text === undefined ? undefined : Number(text));
  const all = texts.every((text, i) => text === undefined || String(numbers[i]) === text);
  return all ? numbers : texts;
}
