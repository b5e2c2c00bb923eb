/** How right a model's alerts were, by labels that came later. */
import type { LateLabel } from "../../data/mod.ts";
import {
  bootstrapIntervals,
  confusionFigures,
  type EventOverlap,
  eventOverlap,
  sumConfusion,
  usualRange,
} from "../../models/mod.ts";
import {
  countsByMeter,
  type FigureInterval,
  type PerformanceFigures,
  withIntervals,
} from "./estimated_performance.ts";
import { knownLabels, rowsOf } from "./known_labels.ts";
import type { ScoredSpan, ScoredSpans } from "./scored_spans.ts";

const SEED = 1;

/** Events that are known to be right or missed. */
export interface RealisedEvents {
  readonly true_events: number;
  /** True events of which an hour was reported. */
  readonly detected: number;
  readonly reported_events: number;
  /** Reported events of which an hour is anomalous in truth. */
  readonly confirmed: number;
  readonly precision: FigureInterval;
  readonly recall: FigureInterval;
  readonly f1: FigureInterval;
}

/** What the labels of a window say. */
export interface RealisedPerformance {
  /** Scored hours of which the truth is known, and those of them that are anomalous. */
  readonly labelled_hours: number;
  readonly anomalous_hours: number;
  readonly hours: PerformanceFigures;
  /** The estimate of the same hours, by the same chances as the window's. */
  readonly estimated: PerformanceFigures;
  readonly events: RealisedEvents;
  /** F1 of hours that labelled stretches of the reference stay above; null where there are under 6. */
  readonly usual_f1: number | null;
  /** Whether F1 of hours is below it. */
  readonly fell: boolean;
}

/** Scored hours with the truth about them. */
interface LabelledSpan extends Pick<ScoredSpan, "meterIds" | "ts" | "score"> {
  readonly predicted: Uint8Array;
  readonly labels: Uint8Array;
}

/**
 * Judges the labelled hours of a window; hours that no label speaks of are not judged. Precision and
 * recall of hours stand beside their estimate, those of events are what people meet.
 *
 * @returns `undefined` where no label speaks of a scored hour of the window.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { plannedWeeks } from "./planned_weeks_fixture.ts";
 * import { scoredSpans } from "./scored_spans.ts";
 * const plan = (_: number, hour: number) => [hour % 24 === 0 ? 0.9 : 0.1, 0] as const;
 * await using weeks = await plannedWeeks({ meters: 1, weeks: 7, plan });
 * const { from, to } = weeks.input.window;
 * const usual = [{ meterId: "m00", from, to, label: 0 as const }];
 * const realised = realisedPerformance(await scoredSpans(weeks.input), usual, (score) => score);
 * assert.deepEqual([realised?.labelled_hours, realised?.hours.precision.value], [168, 0]);
 * ```
 */
export function realisedPerformance(
  { chunks, window }: ScoredSpans,
  labels: readonly LateLabel[],
  chanceOf: (score: number) => number,
): RealisedPerformance | undefined {
  const judged = labelledSpan(window, labels);
  if (judged.labels.length === 0) return undefined;
  const hours = withIntervals(truth(judged));
  const range = usualRange(
    chunks.map((span) => confusionFigures(sumConfusion(truth(labelledSpan(span, labels)))).f1),
  );
  const { value } = hours.f1;
  return {
    labelled_hours: judged.labels.length,
    anomalous_hours: judged.labels.reduce((sum, label) => sum + label, 0),
    hours,
    estimated: withIntervals(
      countsByMeter(
        judged.meterIds,
        Float64Array.from(judged.score, chanceOf),
        judged.predicted,
      ),
    ),
    events: realisedEvents(judged),
    usual_f1: range?.low ?? null,
    fell: range !== undefined && value !== null && value < range.low,
  };
}

/**
 * The scored hours of a span of which the truth is known.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const hour = { meterIds: ["a"], ts: Float64Array.of(0), score: Float32Array.of(0.5) };
 * const span = { from: 0, to: 3_600_000, ...hour, label: Uint8Array.of(1) };
 * assert.deepEqual(labelledSpan(span, []).labels, new Uint8Array());
 * const wrong = [{ meterId: "a", from: 0, to: 3_600_000, label: 0 as const }];
 * assert.deepEqual(labelledSpan(span, wrong).labels, Uint8Array.of(0));
 * ```
 */
export function labelledSpan(span: ScoredSpan, labels: readonly LateLabel[]): LabelledSpan {
  const known = knownLabels(labels, span);
  const rows = Uint32Array.from(known.keys()).filter((row) => known[row] >= 0);
  return {
    meterIds: Array.from(rows, (row) => span.meterIds[row]),
    ts: Float64Array.from(rows, (row) => span.ts[row]),
    score: Float32Array.from(rows, (row) => span.score[row]),
    predicted: Uint8Array.from(rows, (row) => span.label[row]),
    labels: Uint8Array.from(rows, (row) => known[row]),
  };
}

function truth({ meterIds, labels, predicted }: LabelledSpan) {
  return countsByMeter(meterIds, Float64Array.from(labels), predicted);
}

function realisedEvents({ meterIds, ts, labels, predicted }: LabelledSpan): RealisedEvents {
  const meters = [...rowsOf(meterIds).values()].map(([first, end]) =>
    eventOverlap({
      meterIds: meterIds.slice(first, end),
      ts: ts.subarray(first, end),
      labels: labels.subarray(first, end),
      predicted: predicted.subarray(first, end),
    })
  );
  const figures = figuresOf(meters);
  const intervals = bootstrapIntervals(meters, figuresOf, { seed: SEED });
  const interval = (name: keyof typeof figures): FigureInterval => ({
    value: orNull(figures[name]),
    low: orNull(intervals[name][0]),
    high: orNull(intervals[name][1]),
  });
  const { trueEvents, detected, predictedEvents, confirmed } = totals(meters);
  return {
    true_events: trueEvents,
    detected,
    reported_events: predictedEvents,
    confirmed,
    precision: interval("precision"),
    recall: interval("recall"),
    f1: interval("f1"),
  };
}

function totals(meters: readonly EventOverlap[]): EventOverlap {
  const total = (count: keyof EventOverlap) => meters.reduce((sum, meter) => sum + meter[count], 0);
  return {
    trueEvents: total("trueEvents"),
    detected: total("detected"),
    predictedEvents: total("predictedEvents"),
    confirmed: total("confirmed"),
  };
}

function figuresOf(meters: readonly EventOverlap[]) {
  const { trueEvents, detected, predictedEvents, confirmed } = totals(meters);
  const precision = confirmed / predictedEvents;
  const recall = detected / trueEvents;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : 2 * precision * recall / (precision + recall),
  };
}

/** JSON has no NaN. */
function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
