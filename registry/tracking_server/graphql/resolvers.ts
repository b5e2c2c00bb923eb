/** What answers GraphQL's questions: the endpoints of the REST interface. */

import { isRecord } from "../requests/parameters.ts";
import { routes } from "../routes/mod.ts";
import type { TrackingStore } from "../store.ts";
import { snakeCase } from "./record_field.ts";

/** Finds the value of a field that is more than a part of its record. */
export type Resolver = (
  store: TrackingStore,
  args: Readonly<Record<string, unknown>>,
  record: unknown,
) => unknown;

/** The fields of the root and the endpoints behind them. */
const endpoints = {
  "Query.mlflowGetExperiment": "experiments/get",
  "Query.mlflowGetMetricHistoryBulkInterval": "metrics/get-history-bulk-interval",
  "Query.mlflowGetRun": "runs/get",
  "Query.mlflowListArtifacts": "artifacts/list",
  "Query.mlflowSearchModelVersions": "model-versions/search",
  "Query.mlflowSearchRuns": "runs/search",
  "Mutation.mlflowSearchDatasets": "experiments/search-datasets",
  "Mutation.mlflowSearchRuns": "runs/search",
} as const;

/** Resolvers by type and field; other fields are parts of their record. */
export const resolvers: Readonly<Record<string, Resolver>> = {
  ...Object.fromEntries(
    Object.entries(endpoints).map(([field, path]) => [field, inputTo(path)]),
  ),
  "Query.test": (_store, { inputString }) => ({ output: inputString }),
  // MLflow's own answers null too.
  "Mutation.testMutation": () => null,
  "MlflowRunExtension.experiment": async (store, _args, run) => {
    const { experiment_id } = infoOf(run);
    return part(await ask(store, "experiments/get", { experiment_id }), "experiment");
  },
  "MlflowRunExtension.modelVersions": async (store, _args, run) => {
    const filter = `run_id='${infoOf(run).run_id}'`;
    return part(await ask(store, "model-versions/search", { filter }), "model_versions") ?? [];
  },
};

function inputTo(path: string): Resolver {
  return (store, { input }) => {
    const given = Object.entries(isRecord(input) ? input : {});
    return ask(
      store,
      path,
      Object.fromEntries(given.map(([name, value]) => [snakeCase(name), value])),
    );
  };
}

function ask(store: TrackingStore, path: string, json: Readonly<Record<string, unknown>>) {
  const route = routes.find((each) => each.path === path);
  if (route === undefined) throw new TypeError(`Cannot ask "${path}": expected a route`);
  return route.answer(store, json);
}

function infoOf(run: unknown): Readonly<Record<string, unknown>> {
  const info = part(run, "info");
  return isRecord(info) ? info : {};
}

function part(record: unknown, name: string): unknown {
  return isRecord(record) ? record[name] : undefined;
}
