/** The app's surroundings over the lake: the models, the history, the last batch results. */
import { openLake } from "../data/mod.ts";
import { openDatabase } from "../data/duckdb/mod.ts";
import type { Context } from "../pipelines/context.ts";
import { createReadingScorer, type History, openHistory } from "../pipelines/realtime/mod.ts";
import type { AppDeps, ServedModel } from "./deps.ts";
import type { ModelLoader } from "./engine/model_loader.ts";
import type { ServedModels } from "./engine/served_models.ts";
import { readLakeScoring } from "./lake_scoring.ts";
import { lakeReports, type ReportMaker } from "./reports/lake_reports.ts";

/** What the app serves, and who is told when it fails. */
export interface LakeDepsOptions {
  readonly models: ServedModels;
  readonly loader: ModelLoader;
  /** Dataset of the lake that the meters belong to. */
  readonly dataset: string;
  readonly makeReport: ReportMaker;
  readonly observations: AppDeps["observations"];
  readonly reportFailure: AppDeps["reportFailure"];
}

/**
 * Opens the surroundings of the app; dispose of them in the end. The models stay the caller's.
 *
 * @throws {Error} When the dataset is not in the lake.
 */
export async function openLakeDeps(
  { config, now }: Pick<Context, "config" | "now">,
  { models, loader, dataset, makeReport, observations, reportFailure }: LakeDepsOptions,
): Promise<AppDeps & AsyncDisposable> {
  const surroundings = new AsyncDisposableStack();
  await using unlessOpened = new AsyncDisposableStack();
  unlessOpened.use(surroundings);
  const histories = new Map<string, Promise<History>>();
  const historyFor = ({ views }: ServedModel) => {
    const key = JSON.stringify(views.map(({ sql }) => sql));
    const history = histories.get(key) ?? openHistoryOf(views);
    histories.set(key, history);
    return history;
  };
  async function openHistoryOf(views: ServedModel["views"]): Promise<History> {
    // A request is too small to share out: a second thread makes it a third slower.
    const db = surroundings.use(await openDatabase({ threads: 1 }));
    await openLake(db, config.home, dataset);
    return await openHistory(db, views);
  }
  await Promise.all(models.list().map(historyFor));
  // Pages read files of their own, so that a slow one never holds up a scoring request.
  const pages = surroundings.use(await openDatabase({ threads: 1 }));
  unlessOpened.move();

  return {
    models,
    loader,
    scoreReadings: async (model, readings) =>
      await createReadingScorer(model, await historyFor(model))(readings),
    reports: lakeReports(config.home, dataset, makeReport),
    latestScoring: () => readLakeScoring(pages, config.home, dataset),
    observations,
    now,
    reportFailure,
    [Symbol.asyncDispose]: () => surroundings.disposeAsync(),
  };
}
