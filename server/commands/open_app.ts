import type { Context } from "../../pipelines/context.ts";
import type { App, Progress } from "../../pipelines/mod.ts";
import { createApp } from "../app.ts";
import type { ServerConfig } from "../config.ts";
import { type LakeDepsOptions, openLakeDeps } from "../lake_deps.ts";
import { openObservations } from "./open_observations.ts";

/** An app with what it holds open. */
export interface OpenApp extends AsyncDisposable {
  readonly app: App;
}

/**
 * Opens the app of some models over a dataset of the lake, and shows its failures beside the progress;
 * dispose of it in the end.
 *
 * @throws {Error} When the dataset is not in the lake.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { loadModel } from "../../pipelines/realtime/mod.ts";
 * import { openScoredHostel } from "../../pipelines/scored_hostel_fixture.ts";
 * import { parseServerConfig } from "../config.ts";
 * import { createModelTable } from "../engine/model_table.ts";
 * import { createRegistryLoader } from "../engine/registry_loader.ts";
 * import { silent } from "../../pipelines/trained_home_fixture.ts";
 * await using hostel = await openScoredHostel();
 * const models = createModelTable();
 * models.add(hostel.model);
 * const { context, dataset } = hostel;
 * const { registry } = context;
 * const open = (uri: string) => loadModel(registry, uri);
 * const loader = createRegistryLoader({ registry, models, open });
 * await using opened = await openApp(context, { models, loader, dataset }, parseServerConfig({}), silent);
 * const response = await opened.app.fetch(new Request("http://localhost/ping"));
 * assert.equal(response.status, 200);
 * ```
 */
export async function openApp(
  context: Context,
  { models, loader, dataset }: Pick<LakeDepsOptions, "models" | "loader" | "dataset">,
  config: ServerConfig,
  progress: Progress,
): Promise<OpenApp> {
  const reportFailure = (error: unknown, requestId: string) =>
    progress.note(`request ${requestId}: ${error}`);
  await using opened = new AsyncDisposableStack();
  const { observations } = opened.use(await openObservations(context, dataset, config, progress));
  const deps = opened.use(
    await progress.step(
      "history",
      () => openLakeDeps(context, { models, loader, dataset, observations, reportFailure }),
    ),
  );
  const surroundings = opened.move();
  return {
    app: createApp(deps, config),
    [Symbol.asyncDispose]: () => surroundings.disposeAsync(),
  };
}
