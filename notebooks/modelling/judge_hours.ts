/** Detectors judged on meters that they never saw, as tables. */
import type { Detector } from "../../models/mod.ts";
import { ensureExperiment } from "../../registry/mod.ts";
import type { Context, Progress } from "../../pipelines/mod.ts";
import type {
  EvaluationData,
  EvaluationOptions,
  EvaluationReport,
  JudgedScorer,
} from "../../pipelines/evaluation/mod.ts";
import { type Table, table } from "../tables/mod.ts";

const EXPERIMENT = "energy-anomaly-evaluation";

/** How the validation meters choose thresholds. */
export type ThresholdRule = EvaluationOptions["threshold"];

/** One scorer's figures on the test meters; `NaN` where a figure has no value. */
export interface ScorerRow {
  readonly scorer: string;
  /** `detector`, `ensemble` or `floor`. */
  readonly kind: JudgedScorer["kind"];
  readonly roc_auc: number;
  readonly average_precision: number;
  readonly event_precision: number;
  readonly event_recall: number;
  readonly event_f1: number;
  readonly detection_delay_h: number;
  readonly alerts_per_meter_week: number;
}

/** What a judgement found. */
export interface Judged {
  /** The best average precision first. */
  readonly scorers: Table<ScorerRow>;
  /**
   * The judged hours of a scorer: `meter_id`, `ts`, `kwh`, `expected_kwh`, the
   * truth `label` and the number of the `fault` (−1 for none), `score` in [0, 1] and `predicted`.
   */
  hours(scorer: string): Table<unknown>;
  /** Figures with their intervals, as they were logged. */
  readonly report: EvaluationReport;
  /** The run in MLflow that holds them. */
  readonly runId: string;
}

/** Judges detectors on one split of meters, and logs the result to MLflow. */
export async function judgeHours(
  { registry, now }: Pick<Context, "registry" | "now">,
  data: EvaluationData,
  options: {
    readonly detectors: readonly Detector[];
    readonly seed: number;
    readonly threshold: ThresholdRule;
  },
  progress: Progress,
): Promise<Judged> {
  const { evaluateDetectors, evaluationReport, logEvaluation } = await import(
    "../../pipelines/evaluation/mod.ts"
  );
  const settings = { ...options, protocol: "split" } as const;
  const judged = await evaluateDetectors(data, settings, now, progress);
  const report = evaluationReport(data, settings, judged);
  const scorers = { ...report.detectors, ...report.ensembles, ...report.floors };
  const runId = await logEvaluation(registry, {
    experimentId: await ensureExperiment(registry, EXPERIMENT),
    dataset: report.dataset,
    datasetDigest: report.dataset_digest,
    params: {
      protocol: report.protocol,
      seed: String(options.seed),
      threshold: JSON.stringify(options.threshold),
      detectors: Object.keys(report.detectors).join(","),
    },
    scorers,
    files: { "evaluation.json": JSON.stringify(report) },
  }, now);
  return {
    scorers: table(
      judged.scorers.map(({ name, kind }) => scorerRow(name, kind, scorers[name]))
        .sort((a, b) =>
          b.average_precision - a.average_precision || (a.scorer < b.scorer ? -1 : 1)
        ),
    ),
    hours(scorer) {
      const found = judged.scorers.find(({ name }) => name === scorer);
      if (found === undefined) {
        throw new RangeError(
          `Cannot find the hours of "${scorer}": expected ${
            judged.scorers.map(({ name }) => name).join(", ")
          }`,
        );
      }
      return hoursOf(data, judged.rows, found);
    },
    report,
    runId,
  };
}

function scorerRow(
  scorer: string,
  kind: JudgedScorer["kind"],
  figures: EvaluationReport["floors"][string],
): ScorerRow {
  const value = (name: Exclude<keyof ScorerRow, "scorer" | "kind">) => figures[name] ?? NaN;
  return {
    scorer,
    kind,
    roc_auc: value("roc_auc"),
    average_precision: value("average_precision"),
    event_precision: value("event_precision"),
    event_recall: value("event_recall"),
    event_f1: value("event_f1"),
    detection_delay_h: value("detection_delay_h"),
    alerts_per_meter_week: value("alerts_per_meter_week"),
  };
}

function hoursOf(
  { judged }: EvaluationData,
  rows: Uint32Array,
  scorer: JudgedScorer,
): Table<unknown> {
  return table<object>(Array.from(rows, (row, i) => ({
    meter_id: judged.meterIds[row],
    ts: new Date(judged.ts[row]),
    kwh: judged.kwh[row],
    expected_kwh: judged.expectedKwh[row],
    label: judged.label[row],
    fault: judged.events?.[row] ?? -1,
    score: scorer.calibrated[i],
    predicted: scorer.predicted[i],
  })));
}
