/** What differs between runs. */
import { getRun, type RegistryClient, type Run } from "../../registry/mod.ts";
import { JUPYTER_DISPLAY, standaloneSvg } from "../charts/display.ts";
import { type Chart, runChart } from "../charts/mod.ts";
import { type Table, table } from "../tables/mod.ts";

/** What of runs is compared. */
export interface CompareOptions {
  /** Metrics of the chart, in order. @default {the twelve that differ most in proportion} */
  readonly metrics?: readonly string[];
}

/** Runs side by side; shows itself as a table of settings, a chart and a table of metrics. */
export interface RunComparison {
  /** Parameters and tags that differ: `setting`, and a column per run. */
  readonly settings: Table;
  /** Metrics that differ: `metric`, and a column per run. */
  readonly metrics: Table;
  readonly chart: Chart;
  readonly [JUPYTER_DISPLAY]: () => { readonly "text/html": string; readonly "text/plain": string };
}

const CHART_METRICS = 12;
const ID_LENGTH = 8;

/**
 * Compares runs by all they logged; what is the same in all of them is left out. A run goes by its
 * name, with the beginning of its id where two have the same.
 *
 * @param runs Two or more ids, or a table with the column `run_id` as `listRuns()` gives it.
 * @throws {RangeError} When there are fewer than two.
 * @throws {MlflowError} When there is no run of an id.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun, logBatch } from "../../registry/mod.ts";
 * import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * const ids: string[] = [];
 * for (const trees of ["10", "100"]) {
 *   const start = { experimentId: "0", runName: trees, startTime: 0 };
 *   const { runId } = await createRun(client, start);
 *   await logBatch(client, runId, { params: { trees, seed: "1" } });
 *   ids.push(runId);
 * }
 * const { settings } = await compareRuns(client, ids);
 * assert.deepEqual(settings.objects(), [{ setting: "params.trees", "10": "10", "100": "100" }]);
 * ```
 */
export async function compareRuns(
  registry: RegistryClient,
  runs: readonly string[] | Table<unknown>,
  { metrics: wanted }: CompareOptions = {},
): Promise<RunComparison> {
  const ids = "toArquero" in runs ? runs.texts("run_id") as readonly string[] : runs;
  if (ids.length < 2) {
    throw new RangeError(
      `Cannot compare runs as there must be two or more: current value is ${ids.length}`,
    );
  }
  const found = await Promise.all(ids.map((id) => getRun(registry, id)));
  const names = labels(found);
  const settings = table(
    differing(found.map(settingsOf)).map((setting) => ({
      setting,
      ...byRun(names, found.map((run) => settingsOf(run)[setting] ?? null)),
    })),
  );
  const keys = differing(found.map((run) => run.metrics));
  const metrics = table(keys.map((metric) => ({
    metric,
    ...byRun(names, found.map((run) => run.metrics[metric] ?? null)),
  })));
  const drawn = wanted ?? mostDifferent(found, keys).slice(0, CHART_METRICS);
  const chart = runChart(
    drawn.flatMap((metric) =>
      found.map((run, i) => ({ run: names[i], metric, value: run.metrics[metric] ?? NaN }))
    ),
    { title: chartTitle(drawn.length, keys.length, wanted !== undefined) },
  );
  const [above, below] = [settings, metrics].map((part) => part[JUPYTER_DISPLAY]);
  return {
    settings,
    metrics,
    chart,
    [JUPYTER_DISPLAY]: () => ({
      "text/html": above()["text/html"] + image(chart) + below()["text/html"],
      "text/plain": `${above()["text/plain"]}\n\n${below()["text/plain"]}`,
    }),
  };
}

/** Of a notebook that is not trusted Jupyter takes an SVG apart, and an image away. */
function image({ svg }: Chart): string {
  const source = `data:image/svg+xml,${encodeURIComponent(standaloneSvg(svg))}`;
  return `<img alt="Metrics of the runs" src="${source.replaceAll("'", "%27")}">`;
}

function labels(runs: readonly Run[]): string[] {
  return runs.map(({ runName, runId }) => {
    const same = runs.filter((other) => other.runName === runName).length;
    const id = runId.slice(0, ID_LENGTH);
    return runName === "" ? id : same > 1 ? `${runName} ${id}` : runName;
  });
}

/** Tags that MLflow keeps for itself, other than the commit, say nothing of what was done. */
function settingsOf({ params, tags }: Run): Record<string, string> {
  const told = Object.entries(tags).filter(([key]) =>
    !key.startsWith("mlflow.") || key === "mlflow.source.git.commit"
  );
  return {
    ...Object.fromEntries(Object.entries(params).map(([key, value]) => [`params.${key}`, value])),
    ...Object.fromEntries(told.map(([key, value]) => [`tags.${key}`, value])),
  };
}

function differing(records: readonly Readonly<Record<string, unknown>>[]): string[] {
  const keys = new Set(records.flatMap((record) => Object.keys(record)));
  return [...keys].filter((key) => records.some((record) => record[key] !== records[0][key]))
    .sort();
}

function byRun<Of>(names: readonly string[], values: readonly Of[]): Record<string, Of> {
  return Object.fromEntries(names.map((name, i) => [name, values[i]]));
}

/** By the distance from least to greatest as a share of the greater magnitude. */
function mostDifferent(runs: readonly Run[], keys: readonly string[]): string[] {
  const spread = (key: string) => {
    const values = runs.flatMap(({ metrics }) => key in metrics ? [metrics[key]] : []);
    const [least, greatest] = [Math.min(...values), Math.max(...values)];
    const size = Math.max(Math.abs(least), Math.abs(greatest));
    return values.length < 2 || size === 0 ? 0 : (greatest - least) / size;
  };
  return keys.map((key) => [key, spread(key)] as const)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
}

function chartTitle(drawn: number, differ: number, wanted: boolean): string {
  if (wanted || drawn === differ) return "Metrics of the runs";
  return `Metrics that differ most, ${drawn} of ${differ}`;
}
