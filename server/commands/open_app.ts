import type { Context } from "../../pipelines/context.ts";
import type { App, Progress } from "../../pipelines/mod.ts";
import { type AppOptions, createApp } from "../app.ts";
import { type LakeDepsOptions, openLakeDeps } from "../lake_deps.ts";
import { openReportThread } from "../reports/report_thread.ts";

/** An app with what it holds open. */
export interface OpenApp extends AsyncDisposable {
  readonly app: App;
  /** Lets requests see what was ingested meanwhile, and shows it; a failure is shown once. */
  followLake(): Promise<void>;
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
 * import { openScoredHostel } from "../../pipelines/scored_hostel_fixture.ts";
 * import { silent } from "../../pipelines/trained_home_fixture.ts";
 * import { parseServerConfig } from "../config.ts";
 * import { openWatchedEngine } from "./open_watched_engine.ts";
 * await using hostel = await openScoredHostel();
 * const { context, dataset, model } = hostel;
 * await using engine = await openWatchedEngine(context, dataset, parseServerConfig({}), silent);
 * engine.models.add(model);
 * await using opened = await openApp(context, { ...engine, dataset }, {}, silent);
 * const response = await opened.app.fetch(new Request("http://localhost/ping"));
 * assert.equal(response.status, 200);
 * ```
 */
export async function openApp(
  context: Context,
  served: Omit<LakeDepsOptions, "makeReport" | "say" | "reportFailure">,
  options: AppOptions,
  progress: Progress,
): Promise<OpenApp> {
  const reportFailure = (error: unknown, requestId: string) =>
    progress.note(`request ${requestId}: ${error}`);
  await using opened = new AsyncDisposableStack();
  const { make: makeReport } = opened.use(openReportThread(context.config, served.dataset));
  const deps = opened.use(
    await openLakeDeps(context, { ...served, say: progress.note, makeReport, reportFailure }),
  );
  const surroundings = opened.move();
  let failure = "";
  return {
    app: createApp(deps, options),
    async followLake() {
      try {
        if (await deps.refreshHistories()) progress.note(`history of ${served.dataset} is new`);
        failure = "";
      } catch (error) {
        if (`${error}` !== failure) progress.note(`history of ${served.dataset}: ${error}`);
        failure = `${error}`;
      }
    },
    [Symbol.asyncDispose]: () => surroundings.disposeAsync(),
  };
}
