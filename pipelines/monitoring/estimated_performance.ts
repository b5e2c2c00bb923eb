/** How right a model's alerts are by its own scores, without any label. */
import {
  bootstrapIntervals,
  type ConfusionCounts,
  type ConfusionFigures,
  confusionFigures,
  expectedConfusion,
  sumConfusion,
  usualRange,
} from "../../models/mod.ts";
import { rowsOf } from "./known_labels.ts";
import type { ScoredSpan, ScoredSpans } from "./scored_spans.ts";

const SEED = 1;
const NAMES = ["precision", "recall", "f1"] as const;

/** A figure with how far other meters would move it; null where it has no value. */
export interface FigureInterval {
  readonly value: number | null;
  /** Ends of a 95 % interval. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Figures of hours, each with its interval. */
export type PerformanceFigures = Readonly<Record<keyof ConfusionFigures, FigureInterval>>;

/** What an estimate usually is; null where too few stretches say so. */
export interface UsualFigure {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The estimates of a window beside those of ordinary stretches. */
export interface EstimatedPerformance {
  readonly figures: PerformanceFigures;
  readonly usual: Readonly<Record<keyof ConfusionFigures, UsualFigure | null>>;
  /** F1 of each stretch, the window last; null where it has no value. */
  readonly f1_by_span: readonly (number | null)[];
  /** What is less than in ordinary stretches, its interval below their mean. */
  readonly fell: readonly ("precision" | "f1")[];
}

/**
 * Expected precision, recall and F1 of the alerts of a window, hour by hour, from the chance that
 * each score stands for; and the same of ordinary stretches.
 *
 * @param chanceOf The chance that an hour of a score is anomalous.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { plannedWeeks } from "./planned_weeks_fixture.ts";
 * import { scoredSpans } from "./scored_spans.ts";
 * const plan = (_: number, hour: number) => [hour % 2 === 0 ? 0.875 : 0.125, 0] as const;
 * await using weeks = await plannedWeeks({ meters: 1, weeks: 7, plan });
 * const { figures } = estimatedPerformance(await scoredSpans(weeks.input), (score) => score);
 * assert.deepEqual([figures.precision.value, figures.recall.value], [0.875, 0.875]);
 * ```
 */
export function estimatedPerformance(
  { chunks, window }: ScoredSpans,
  chanceOf: (score: number) => number,
): EstimatedPerformance {
  const expected = (span: ScoredSpan) =>
    countsByMeter(span.meterIds, Float64Array.from(span.score, chanceOf), span.label);
  const before = chunks.map((span) => confusionFigures(sumConfusion(expected(span))));
  const figures = withIntervals(expected(window));
  const usual = perFigure((name) => usualRange(before.map((figure) => figure[name])) ?? null);
  const fell = (["precision", "f1"] as const).filter((name) => {
    const [range, { value, high }] = [usual[name], figures[name]];
    return range !== null && value !== null && high !== null && value < range.low &&
      high < range.mean;
  });
  return {
    figures,
    usual,
    f1_by_span: [...before.map(({ f1 }) => orNull(f1)), figures.f1.value],
    fell,
  };
}

/**
 * The counts of each meter, expected or known.
 *
 * @param meterIds Meter of each row, rows of one meter together.
 * @param chances Chance of each row to be anomalous; 1 or 0 where that is known.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const [a, b] = countsByMeter(["a", "b"], Float64Array.of(1, 0.5), Uint8Array.of(1, 1));
 * assert.deepEqual([a.truePositives, b.truePositives], [1, 0.5]);
 * ```
 */
export function countsByMeter(
  meterIds: readonly string[],
  chances: Float64Array,
  predicted: Uint8Array,
): ConfusionCounts[] {
  return [...rowsOf(meterIds).values()].map(([first, end]) =>
    expectedConfusion(chances.subarray(first, end), predicted.subarray(first, end))
  );
}

/**
 * Figures of all meters with intervals by drawing meters.
 *
 * @param meters Counts of each meter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { precision } = withIntervals([]);
 * assert.deepEqual(precision, { value: null, low: null, high: null });
 * ```
 */
export function withIntervals(meters: readonly ConfusionCounts[]): PerformanceFigures {
  const figuresOf = (drawn: readonly ConfusionCounts[]) => ({
    ...confusionFigures(sumConfusion(drawn)),
  });
  const figures = figuresOf(meters);
  const intervals = meters.length === 0
    ? undefined
    : bootstrapIntervals(meters, figuresOf, { seed: SEED });
  return perFigure((name) => ({
    value: orNull(figures[name]),
    low: orNull(intervals?.[name][0] ?? NaN),
    high: orNull(intervals?.[name][1] ?? NaN),
  }));
}

function perFigure<Value>(
  of: (name: keyof ConfusionFigures) => Value,
): Record<keyof ConfusionFigures, Value> {
  return Object.fromEntries(NAMES.map((name) => [name, of(name)])) as Record<
    keyof ConfusionFigures,
    Value
  >;
}

/** JSON has no NaN. */
function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
