/** What the JSON endpoints answer, for pages to show: pages have no queries of their own. */

import type { FileInfo } from "../artifacts/files.ts";
import type { ExperimentRecord } from "../records/experiments.ts";
import type { LoggedModelRecord } from "../records/logged_models.ts";
import type { ModelVersionRecord } from "../records/model_versions.ts";
import type { RegisteredModelRecord } from "../records/registered_models.ts";
import type { RunRecord } from "../records/runs.ts";
import { routes } from "../routes/mod.ts";
import type { TrackingStore } from "../store.ts";

/** The endpoints that pages read, by path below `/api/2.0/mlflow`, and their JSON; empty lists are absent. */
export interface RouteData {
  readonly "experiments/get": { readonly experiment: ExperimentRecord };
  readonly "experiments/search": {
    readonly experiments?: readonly ExperimentRecord[];
    readonly next_page_token?: string;
  };
  readonly "runs/get": { readonly run: RunRecord };
  readonly "runs/search": {
    readonly runs?: readonly RunRecord[];
    readonly next_page_token?: string;
  };
  readonly "artifacts/list": { readonly root_uri: string; readonly files?: readonly FileInfo[] };
  readonly "logged-models/:model_id": { readonly model: LoggedModelRecord };
  readonly "logged-models/:model_id/artifacts/directories": RouteData["artifacts/list"];
  readonly "registered-models/get": { readonly registered_model: RegisteredModelRecord };
  readonly "registered-models/search": {
    readonly registered_models?: readonly RegisteredModelRecord[];
    readonly next_page_token?: string;
  };
  readonly "model-versions/search": {
    readonly model_versions?: readonly ModelVersionRecord[];
    readonly next_page_token?: string;
  };
}

/**
 * Asks a JSON endpoint that reads, in this process.
 *
 * @param json What its request would carry in its query, body or path.
 * @throws {TrackingError} When the endpoint refuses.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { experiment } = await readRoute(store, "experiments/get", { experiment_id: "0" });
 * assert.equal(experiment.name, "Default");
 * ```
 */
export async function readRoute<P extends keyof RouteData>(
  store: TrackingStore,
  path: P,
  json: Readonly<Record<string, unknown>>,
): Promise<RouteData[P]> {
  const route = routes.find((route) =>
    route.path === path && (route.method === "GET" || path.endsWith("/search"))
  );
  if (route === undefined) throw new TypeError(`Cannot read ${path}: there is no such endpoint`);
  return await route.answer(store, json) as RouteData[P];
}
