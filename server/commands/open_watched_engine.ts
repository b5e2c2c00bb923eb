/** An engine as commands run it: its batches are measured, and what happens to it is told. */
import type { Context } from "../../pipelines/context.ts";
import type { Progress } from "../../pipelines/mod.ts";
import type { ServerConfig } from "../config.ts";
import type { EngineObserver } from "../engine/engine_observer.ts";
import { type Engine, openEngine } from "../engine/open_engine.ts";
import type { Observations } from "../observability/observations.ts";
import { watchRows } from "../observability/spans.ts";
import { openObservations } from "./open_observations.ts";

/** An engine and what watches it; disposing of it closes both. */
export interface WatchedEngine
  extends Pick<Engine, "models" | "loader">, Pick<AsyncDisposable, typeof Symbol.asyncDispose> {
  readonly observations: Observations;
}

/**
 * Opens an engine that has loaded nothing yet, for a dataset of the lake.
 *
 * @param progress Shows which versions were loaded and what failed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openScoredHostel } from "../../pipelines/scored_hostel_fixture.ts";
 * import { silent } from "../../pipelines/trained_home_fixture.ts";
 * import { parseServerConfig } from "../config.ts";
 * await using hostel = await openScoredHostel();
 * const config = parseServerConfig({});
 * await using engine = await openWatchedEngine(hostel.context, hostel.dataset, config, silent);
 * assert.deepEqual(engine.models.list(), []);
 * ```
 */
export async function openWatchedEngine(
  context: Context,
  dataset: string,
  config: ServerConfig,
  progress: Progress,
): Promise<WatchedEngine> {
  await using opened = new AsyncDisposableStack();
  const { observations } = opened.use(await openObservations(context, dataset, config, progress));
  const { models, loader } = opened.use(openEngine({
    registry: context.registry,
    workers: config.workers ?? Math.max(1, navigator.hardwareConcurrency - 1),
    now: observations.clock,
    observer: watchEngine(observations, progress.note),
  }));
  const kept = opened.move();
  return { models, loader, observations, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/**
 * Counts what an engine tells, and says what a person should know.
 *
 * @param say Told in words of versions that were loaded or failed to, and of lost workers.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createObservations } from "../observability/observations.ts";
 * const observations = createObservations({ now: () => 0, clock: () => 0 });
 * const said: string[] = [];
 * const { loaded } = watchEngine(observations, (text) => void said.push(text));
 * loaded?.("models:/energy-anomaly@champion", "4");
 * assert.deepEqual(said, ["models:/energy-anomaly@champion is version 4"]);
 * ```
 */
export function watchEngine(
  { metrics, ran }: Pick<Observations, "metrics" | "ran">,
  say: (text: string) => void,
): EngineObserver {
  return {
    batch(model, version, { rows, waitMs, runMs }) {
      const times = { waitedSeconds: waitMs / 1000, ranSeconds: runMs / 1000 };
      ran({ model, version, rows, ...times });
    },
    queued: watchRows,
    loaded(uri, version) {
      metrics.loaded(uri, true);
      say(`${uri} is version ${version}`);
    },
    loadFailed({ uri, message }) {
      metrics.loaded(uri, false);
      say(message);
    },
    workerLost: (reason) => say(`A worker was replaced: ${reason}`),
  };
}
