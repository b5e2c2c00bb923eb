/** The app's surroundings over the lake: the champion, the history, the last batch results. */
import { openLake } from "../data/mod.ts";
import { openDatabase } from "../data/duckdb/mod.ts";
import type { Context } from "../pipelines/context.ts";
import { createReadingScorer, openHistory, type ServedModel } from "../pipelines/realtime/mod.ts";
import { readLatestDrift } from "../pipelines/steps/mod.ts";
import type { AppDeps } from "./deps.ts";
import { readLakeScoring } from "./lake_scoring.ts";

/** What the app serves, and who is told when it fails. */
export interface LakeDepsOptions {
  readonly model: ServedModel;
  /** Dataset of the lake that the meters belong to. */
  readonly dataset: string;
  readonly reportFailure: AppDeps["reportFailure"];
}

/**
 * Opens the surroundings of the app; dispose of them in the end. The model's session stays the
 * caller's.
 *
 * @throws {Error} When the dataset is not in the lake.
 */
export async function openLakeDeps(
  { config, now }: Pick<Context, "config" | "now">,
  { model, dataset, reportFailure }: LakeDepsOptions,
): Promise<AppDeps & AsyncDisposable> {
  // A request is too small to share out: a second thread makes it a third slower.
  const live = await openDatabase({ threads: 1 });
  await openLake(live, config.home, dataset);
  const history = await openHistory(live, model.views);
  // Pages read files of their own, so that a slow one never holds up a scoring request.
  const pages = await openDatabase({ threads: 1 });

  return {
    model,
    scoreReadings: createReadingScorer(model, history),
    latestDrift: async () => await readLatestDrift(config.home, dataset) ?? null,
    latestScoring: () => readLakeScoring(pages, config.home, dataset),
    now,
    reportFailure,
    async [Symbol.asyncDispose]() {
      await live.close();
      await pages.close();
    },
  };
}
