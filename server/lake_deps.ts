/** The app's surroundings over the lake: the models, the history, the last batch results. */
import { openDatabase } from "../data/duckdb/mod.ts";
import type { Context } from "../pipelines/context.ts";
import { createReadingScorer, openLakeHistories } from "../pipelines/realtime/mod.ts";
import type { AppDeps } from "./deps.ts";
import type { ModelLoader } from "./engine/model_loader.ts";
import type { ServedModels } from "./engine/served_models.ts";
import { openOffPath } from "./releases/off_path.ts";
import { type ChallengerPlan, openReleases } from "./releases/open_releases.ts";
import { openProbation } from "./releases/probation.ts";
import { readLakeScoring } from "./lake_scoring.ts";
import { lakeReports, type ReportMaker } from "./reports/lake_reports.ts";

/** Passes over the history at the same time at most: each has plans and readings in memory. */
const MOST_LANES = 4;

/** What the app serves, and who is told when it fails. */
export interface LakeDepsOptions {
  readonly models: ServedModels;
  readonly loader: ModelLoader;
  /** Dataset of the lake that the meters belong to. */
  readonly dataset: string;
  readonly makeReport: ReportMaker;
  readonly observations: AppDeps["observations"];
  /** The challenger that is tried beside the champion. @default {none} */
  readonly challenger?: ChallengerPlan;
  /** Told in words of versions that no longer answer. */
  readonly say: (text: string) => void;
  readonly reportFailure: AppDeps["reportFailure"];
}

/** The surroundings of the app, with the histories that follow the lake when they are told to. */
export interface LakeDeps extends AppDeps, AsyncDisposable {
  /**
   * Lets requests see what was ingested since the histories were opened.
   *
   * @returns Whether anything was.
   * @throws {Error} When the lake cannot be opened; the histories stay as they are.
   */
  refreshHistories(): Promise<boolean>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Opens the surroundings of the app; dispose of them in the end. The models stay the caller's.
 *
 * @throws {Error} When the dataset is not in the lake.
 */
export async function openLakeDeps(
  { config, now }: Pick<Context, "config" | "now">,
  { models, loader, dataset, makeReport, observations, challenger, say, reportFailure }:
    LakeDepsOptions,
): Promise<LakeDeps> {
  const surroundings = new AsyncDisposableStack();
  await using unlessOpened = new AsyncDisposableStack();
  unlessOpened.use(surroundings);
  const lanes = Math.min(MOST_LANES, navigator.hardwareConcurrency);
  const histories = surroundings.use(await openLakeHistories(config.home, dataset, lanes));
  // It takes seconds, and ready-made features need none: only raw readings wait for it.
  for (const { views } of models.list()) {
    histories.use(views, () => Promise.resolve()).then(
      () => say(`history of ${dataset} is open`),
      (error) => say(`history of ${dataset}: ${error}`),
    );
  }
  // Pages read files of their own, so that a slow one never holds up a scoring request.
  const pages = surroundings.use(await openDatabase({ threads: 1 }));
  const scoreReadings: AppDeps["scoreReadings"] = (model, readings, signal) =>
    histories.use(model.views, (history) => createReadingScorer(model, history)(readings, signal));
  const offPath = surroundings.use(
    openOffPath((error) => say(`A comparison failed: ${error}`)),
  );
  unlessOpened.move();

  return {
    models,
    loader,
    scoreReadings,
    storedSpan: (model, meterId) =>
      histories.use(model.views, ({ stored }) => Promise.resolve(stored.get(meterId))),
    refreshHistories: histories.refresh,
    releases: openReleases({
      models,
      loader,
      scoreReadings,
      plan: challenger,
      offPath,
      clock: observations.clock,
      onHalt: (version, reason) => say(`Version ${version} is no longer tried: ${reason}`),
    }),
    probation: openProbation(
      loader,
      (uri, reason) => say(`${uri} is the version before again: ${reason}`),
    ),
    reports: lakeReports(config.home, dataset, makeReport),
    latestScoring: () => readLakeScoring(pages, config.home, dataset),
    observations,
    now,
    reportFailure,
    [Symbol.asyncDispose]: () => surroundings.disposeAsync(),
  };
}
