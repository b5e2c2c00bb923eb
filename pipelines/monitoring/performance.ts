/** How right the model's alerts are: estimated without labels, and known where labels came later. */
import { chunkChart } from "../../notebooks/charts/mod.ts";
import {
  type EstimatedPerformance,
  estimatedPerformance,
  type FigureInterval,
  type PerformanceFigures,
} from "./estimated_performance.ts";
import { type RealisedPerformance, realisedPerformance } from "./realised_performance.ts";
import { type ScoreChances, scoreChances } from "./score_chances.ts";
import { type ScoredSpans, scoredSpans } from "./scored_spans.ts";
import type { MonitoringSection, ReportTable } from "./section.ts";

const NAMES = ["precision", "recall", "f1"] as const;

/** How right the alerts of the window are. */
export interface ModelPerformanceFigures {
  /** Scored hours of the window, with a full history. */
  readonly rows: number;
  /** Stretches of the reference, as long as the window, that were scored. */
  readonly chunks: number;
  /** Where the chances come from, and of how many labelled hours of the reference. */
  readonly chances: Pick<ScoreChances, "by" | "hours">;
  /** Of hours, without labels; null where nothing was scored. */
  readonly estimated: EstimatedPerformance | null;
  /** By labels; null where none speaks of the window. */
  readonly realised: RealisedPerformance | null;
  readonly assumptions: readonly string[];
}

/**
 * Estimates precision, recall and F1 of hours from the scores (confidence-based estimation), and
 * shows what late labels say beside it. Estimated precision or F1 below what stretches of the
 * reference have is drift, and so is known F1. The estimate is blind to a change of what makes an hour anomalous: where
 * labels speak of the window and of the reference, they decide alone.
 */
export const performance: MonitoringSection<ModelPerformanceFigures> = {
  name: "performance",
  title: "Performance",
  async compute(input, onProgress) {
    const { labels = [] } = input;
    const spans = await scoredSpans(input, (share) => onProgress?.(0.9 * share));
    const { by, hours, chanceOf } = scoreChances(spans.chunks, labels);
    const rows = spans.window.score.length;
    const estimated = rows === 0 ? null : estimatedPerformance(spans, chanceOf);
    const realised = realisedPerformance(spans, labels, chanceOf) ?? null;
    onProgress?.(1);
    const figures = {
      rows,
      chunks: spans.chunks.filter(({ score }) => score.length > 0).length,
      chances: { by, hours },
      estimated,
      realised,
      assumptions: assumptionsOf(by, hours),
    };
    if (estimated === null) {
      return {
        verdict: "unknown",
        summary: "No hour of the window has the history that a score needs",
        figures,
        tables: [],
        charts: [],
      };
    }
    return {
      verdict: verdictOf(estimated, realised),
      summary: summaryOf(figures, estimated, realised),
      figures,
      tables: tablesOf(estimated, realised, figures.assumptions),
      charts: [chartOf(spans, estimated)],
    };
  },
};

function verdictOf(estimated: EstimatedPerformance, realised: RealisedPerformance | null) {
  if (realised !== null && realised.usual_f1 !== null) return realised.fell ? "drift" : "no_drift";
  if (estimated.usual.f1 === null) return "unknown";
  return estimated.fell.length > 0 ? "drift" : "no_drift";
}

function assumptionsOf(by: ScoreChances["by"], hours: number): string[] {
  return [
    "Hours are judged, each by itself: an event of ten hours counts ten times",
    ...(by === "labels"
      ? [
        `The chance of a score is learnt from ${hours} labelled hours of the reference (isotonic regression)`,
        "The model did not learn from those hours, and they are a fair choice of all hours",
      ]
      : [
        "The score is taken for a chance: learnt from faults injected into validation meters",
        "Where real faults are rarer than those, precision is estimated too high and recall too low",
        "So compare the estimate with those before rather than with a goal",
      ]),
    "Hours that look alike are as often anomalous as before: concept drift stays unseen",
    "The loads are such as the model has seen",
    "Intervals come of drawing meters 500 times: with few meters they are too narrow",
  ];
}

function summaryOf(
  { chances }: ModelPerformanceFigures,
  { figures, usual, fell }: EstimatedPerformance,
  realised: RealisedPerformance | null,
): string {
  const estimate =
    `Estimated precision of hours ${text(figures.precision)}, F1 ${text(figures.f1)}` +
    (usual.f1 === null
      ? ", too few stretches of the reference say what is usual"
      : fell.length > 0
      ? `, less than usual: ${fell.join(", ")}`
      : ", as usual");
  const basis = chances.by === "labels" ? "by labelled hours" : "as if faults were as in training";
  if (realised === null) return `${estimate} (${basis}; no label speaks of the window)`;
  const { events, usual_f1, fell: less } = realised;
  return `By labels ${events.confirmed} of ${events.reported_events} reported events are right and ` +
    `${events.detected} of ${events.true_events} true ones were found` +
    (usual_f1 === null ? "" : `, ${less ? "fewer" : "no fewer"} hours than usual`) +
    `; ${estimate} (${basis})`;
}

function text({ value, low, high }: FigureInterval): string {
  if (value === null) return "without a value";
  return low === null || high === null
    ? share(value)
    : `${share(value)} (${share(low)} to ${share(high)})`;
}

function share(value: number): string {
  return value.toFixed(2);
}

function chartOf(
  { chunks, window }: ScoredSpans,
  { f1_by_span, usual }: EstimatedPerformance,
) {
  const rows = [...chunks, window].flatMap((span, n) => {
    const value = f1_by_span[n];
    return value === null ? [] : [{ ts: span.from, value, judged: span === window }];
  });
  return {
    caption: "Estimated F1 of hours, of the window and of stretches of the reference before it",
    draw: (width: number) =>
      chunkChart(rows, { width, usual: usual.f1 ?? undefined, title: "Estimated F1 of hours" }).svg,
  };
}

function tablesOf(
  { figures, usual }: EstimatedPerformance,
  realised: RealisedPerformance | null,
  assumptions: readonly string[],
): ReportTable[] {
  const cells = ({ value, low, high }: FigureInterval) => [value, low, high];
  const rows = (of: PerformanceFigures, what: string) =>
    NAMES.map((name) => [`${name} of ${what}`, ...cells(of[name])]);
  return [
    {
      title: "Estimated without labels, hours",
      columns: ["figure", "estimate", "from", "to", "usually from", "usually to"],
      rows: NAMES.map((name) => {
        const range = usual[name];
        return [
          name,
          ...cells(figures[name]),
          range === null ? null : Math.max(0, range.low),
          range === null ? null : Math.min(1, range.high),
        ];
      }),
    },
    ...(realised === null ? [] : [{
      title: `By labels of ${realised.labelled_hours} hours, ${realised.anomalous_hours} anomalous`,
      columns: ["figure", "value", "from", "to"],
      rows: [
        ...NAMES.map((name) => [`${name} of events`, ...cells(realised.events[name])]),
        ...rows(realised.hours, "hours"),
        ...rows(realised.estimated, "the same hours, estimated"),
      ],
    }]),
    {
      title: "What the estimate assumes",
      columns: ["assumption"],
      rows: assumptions.map((assumption) => [assumption]),
    },
  ];
}
