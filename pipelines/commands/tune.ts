import { join } from "node:path";
import { detectors } from "../../models/mod.ts";
import { ensureExperiment, updateRun } from "../../registry/mod.ts";
import { UsageError } from "../command.ts";
import type { Context } from "../context.ts";
import { readGitCommit } from "../git_commit.ts";
import { INTERRUPTED_CODE, listenForInterruption } from "../interruption.ts";
import type { Progress } from "../progress.ts";
import { judgeChoices } from "../tuning/judge_choices.ts";
import { ensembleText, judgeEnsemble } from "../tuning/judge_ensemble.ts";
import { closeTuningRun } from "../tuning/log_tuning.ts";
import { searchOptions, type SearchTask } from "../tuning/search_options.ts";
import { bestTrial, trialText } from "../tuning/trial.ts";
import { choiceMetrics, chooseOptions, tuningTable } from "../tuning/tuning_report.ts";
import { tuningRows } from "../tuning/tuning_rows.ts";
import { defineCommand } from "./command.ts";
import { parseDate } from "./date_option.ts";
import { openJudgedData } from "./open_judged_data.ts";
import { chosenBudget, chosenSearch, searchedDetectors, TUNING_OPTIONS } from "./tuning_options.ts";

/** Top folder of the code. */
const CODE = join(import.meta.dirname ?? "/", "../..");
/** Experiment that tunings are logged to. */
const EXPERIMENT = "energy-tuning";

/** `deno task tune`: searches options of detectors that rank the hours of unseen meters better. */
export const tune = defineCommand({
  syntax: {
    name: "tune",
    summary: "Searches options of detectors on validation meters and judges them on test meters.",
    options: TUNING_OPTIONS,
  },
  check(options) {
    const given = [options.lead, options.injected].filter((data) => data);
    if (given.length !== 1) {
      throw new UsageError(
        `Cannot tune: expected one of --lead and --injected, got ${given.length}`,
      );
    }
    searchedDetectors(options);
    chosenSearch(options);
    chosenBudget(options);
    if (options.until !== undefined) parseDate("until", options.until);
  },
  async run(context, options, progress) {
    const { registry, now, trackingPlace } = context;
    const { seed } = options;
    // A tracking server that cannot be reached is better known before the work than after it.
    const experimentId = await ensureExperiment(registry, EXPERIMENT);
    const names = searchedDetectors(options);
    const data = await openJudgedData(
      context,
      options,
      names.map((name) => detectors[name]()),
      progress,
    );
    const rows = tuningRows(data, seed);
    const params = {
      protocol: "split",
      search: chosenSearch(options),
      seed: String(seed),
      until: options.until ?? "end",
      detectors: names.join(","),
    };
    const { dataset, digest: datasetDigest } = data;
    const commit = await readGitCommit(CODE);
    const { runId, trials, isStopped } = await searchUntilInterrupted(context, {
      plan: { detectors: names, method: chosenSearch(options), seed },
      budget: chosenBudget(options),
      rows,
      facts: { experimentId, dataset, datasetDigest, params, commit },
    }, progress);
    const chosen = chooseOptions(trials);
    const choices = isStopped
      ? chosen
      : await progress.step("test", () => judgeChoices(chosen, rows, seed));
    const ensemble = isStopped
      ? null
      : await progress.step("ensemble", () => judgeEnsemble(chosen, rows, seed));
    const best = bestTrial(trials);
    const { train, validation, test } = rows.split;
    const report = {
      dataset,
      dataset_digest: datasetDigest,
      ...params,
      seed,
      meters: { train, validation, test },
      interrupted: isStopped,
      best: best === undefined ? null : { detector: best.detector, options: best.options },
      detectors: choices,
      ensemble,
      trials,
    };
    const text = [
      tuningTable(choices),
      "",
      `best on the validation meters: ${best === undefined ? "none" : trialText(best)}`,
      ...(ensemble === null ? [] : [ensembleText(ensemble)]),
    ].join("\n");
    if (isStopped) {
      await updateRun(registry, { runId, status: "KILLED", endTime: now() });
    } else {
      const files = { "tuning.json": JSON.stringify(report), "report.md": `${text}\n` };
      const metrics = choiceMetrics(ensemble === null ? choices : { ...choices, ensemble });
      await closeTuningRun(registry, runId, { metrics, files }, now);
    }
    const goesOn = isStopped ? "\nstopped early: the same command goes on from here" : "";
    return {
      text: `${text}\n\nrun ${runId} in ${trackingPlace}${goesOn}`,
      json: { ...report, run_id: runId },
      code: isStopped ? INTERRUPTED_CODE : 0,
    };
  },
});

/** What follows the search is short, and ends at once by Ctrl-C. */
async function searchUntilInterrupted(
  context: Context,
  task: Omit<SearchTask, "signal">,
  progress: Progress,
) {
  using interruption = listenForInterruption();
  const { signal } = interruption;
  const found = await searchOptions(context, { ...task, signal }, progress);
  return { ...found, isStopped: signal.aborted };
}
