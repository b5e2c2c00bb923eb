import { createHash } from "node:crypto";
import { join } from "node:path";
import { readLabelledTable, sources } from "../../data/mod.ts";
import { ensureExperiment } from "../../registry/mod.ts";
import { UsageError } from "../command.ts";
import type { Context } from "../context.ts";
import { driftStudy } from "../evaluation/drift/drift_study.ts";
import { driftStudyTable } from "../evaluation/drift/drift_study_table.ts";
import { evaluateDetectors } from "../evaluation/evaluate_detectors.ts";
import { evaluationReport } from "../evaluation/evaluation_report.ts";
import { logEvaluation } from "../evaluation/log_evaluation.ts";
import { reportTable, tabularTable } from "../evaluation/report_table.ts";
import { evaluateTable } from "../evaluation/tabular.ts";
import { readGitCommit } from "../git_commit.ts";
import type { Progress } from "../progress.ts";
import { taughtByFaults } from "../steps/fault_detector.ts";
import { ingest } from "../steps/ingest.ts";
import { parseAlarms } from "./alarm_option.ts";
import { defineCommand } from "./command.ts";
import { parseDate } from "./date_option.ts";
import { chosenDetectors, needsGraphics } from "./detector_options.ts";
import {
  chosenProtocol,
  EVALUATION_OPTIONS,
  type EvaluationOptions,
} from "./evaluation_options.ts";
import { openJudgedData } from "./open_judged_data.ts";
import { chosenThreshold } from "./threshold_option.ts";

/** Top folder of the code. */
const CODE = join(import.meta.dirname ?? "/", "../..");
/** Experiment that evaluations are logged to. */
const EXPERIMENT = "energy-evaluation";

/** `deno task evaluate`: judges detectors, ensembles and floors on labelled data. */
export const evaluate = defineCommand({
  syntax: {
    name: "evaluate",
    summary:
      "Judges detectors, ensembles and floors, or the drift of meters, on meters never seen before.",
    options: EVALUATION_OPTIONS,
  },
  check(options) {
    const given = [options.lead, options.injected, options.tabular, options.drift]
      .filter((data) => data);
    if (given.length !== 1) {
      throw new UsageError(
        "Cannot evaluate: expected one of --lead, --injected, --tabular and --drift, " +
          `got ${given.length}`,
      );
    }
    chosenDetectors(options);
    chosenProtocol(options);
    chosenThreshold(options);
    if (options.alarms !== undefined) parseAlarms(options.alarms);
    if (options.until !== undefined) parseDate("until", options.until);
  },
  async run(context, options, progress) {
    // A graphics card or a tracking server that is not there is better known before the work.
    if (needsGraphics(options)) {
      const { startBackend } = await import("../../models/neural/mod.ts");
      await startBackend("webgpu");
    }
    const experimentId = await ensureExperiment(context.registry, EXPERIMENT);
    const evaluated: Evaluated = options.drift !== undefined
      ? await evaluateDrift(context, options.drift, options, progress)
      : options.tabular === undefined
      ? await evaluateMeters(context, options, progress)
      : await evaluateFile(context, options.tabular, options, progress);
    const { report, text, files } = evaluated;
    const runId = await progress.step("log", async () =>
      logEvaluation(context.registry, {
        experimentId,
        dataset: report.dataset,
        datasetDigest: evaluated.digest,
        params: evaluated.params,
        scorers: evaluated.scorers,
        files: { "evaluation.json": JSON.stringify(report), "report.md": `${text}\n`, ...files },
        commit: await readGitCommit(CODE),
      }, context.now));
    return {
      text: `${text}\n\nrun ${runId} in ${context.trackingPlace}`,
      json: { ...report, run_id: runId },
    };
  },
});

/** What an evaluation found, ready to be logged. */
interface Evaluated {
  readonly report: { readonly dataset: string };
  readonly digest: string;
  readonly params: Readonly<Record<string, string>>;
  readonly scorers: Readonly<Record<string, object>>;
  readonly text: string;
  readonly files: Readonly<Record<string, string>>;
}

async function evaluateMeters(
  context: Context,
  options: EvaluationOptions,
  progress: Progress,
): Promise<Evaluated> {
  const detectors = options.injected === undefined
    ? chosenDetectors(options)
    : chosenDetectors(options).map(taughtByFaults);
  const data = await openJudgedData(context, options, detectors, progress);
  const settings = {
    protocol: chosenProtocol(options),
    detectors,
    seed: options.seed,
    threshold: chosenThreshold(options),
    alarms: options.alarms === undefined ? undefined : parseAlarms(options.alarms),
  };
  const judged = await evaluateDetectors(data, settings, context.now, progress);
  const report = await progress.step(
    "report",
    () => evaluationReport(data, settings, judged),
  );
  // Only this command draws: the others need not load what draws.
  const { reportPage } = await import("../evaluation/report_page.ts");
  const page = await progress.step("draw", () => reportPage(data, judged, report));
  return {
    report,
    digest: data.digest,
    params: detectorParams(report, options),
    scorers: { ...report.ensembles, ...report.detectors, ...report.floors },
    text: reportTable(report),
    files: { "report.html": page },
  };
}

async function evaluateFile(
  context: Context,
  file: string,
  options: EvaluationOptions,
  progress: Progress,
): Promise<Evaluated> {
  const table = await readLabelledTable(context.db, file);
  const settings = { detectors: chosenDetectors(options), seed: options.seed };
  const report = await evaluateTable(table, settings, progress);
  return {
    report,
    digest: createHash("sha256").update(await Deno.readFile(file)).digest("hex"),
    params: detectorParams(report, options),
    scorers: { ...report.detectors, ...report.floors },
    text: tabularTable(report),
    files: {},
  };
}

async function evaluateDrift(
  { db, config }: Context,
  folder: string,
  { seed }: EvaluationOptions,
  progress: Progress,
): Promise<Evaluated> {
  const source = sources.cambridgeEstates();
  const { manifest } = await ingest(
    { db, config: { ...config, dataMirror: folder } },
    source,
    progress,
  );
  const { dataset, sourceDigest: digest } = manifest;
  const report = await driftStudy(db, { dataset, digest, seed }, progress);
  return {
    report,
    digest,
    params: { protocol: "drift", seed: String(seed) },
    scorers: report.held_out.judges,
    text: driftStudyTable(report),
    files: {},
  };
}

function detectorParams(
  report: { readonly protocol: string; readonly detectors: object },
  options: EvaluationOptions,
): Record<string, string> {
  return {
    protocol: report.protocol,
    seed: String(options.seed),
    threshold: options.threshold,
    alarms: options.alarms ?? "none",
    backend: options.backend,
    until: options.until ?? "end",
    detectors: Object.keys(report.detectors).join(","),
  };
}
