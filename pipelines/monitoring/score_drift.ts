/** How far the distribution of a window's scores is from that of the reference. */
import { buildReferenceProfile, type DriftColumn, driftReport, matrix } from "../../models/mod.ts";
import type { ScoredSpan, ScoredSpans } from "./scored_spans.ts";

/** What the drift tests say of scores. */
export interface ScoreDrift extends Pick<DriftColumn, "tests" | "severity"> {
  /** By the rule of the drift report: a test reaches twice its limit. */
  readonly drift: boolean;
}

/** Ordinary stretches by which limits are set, as the drift profile asks for. */
const FEWEST = 6;

/**
 * Compares the scores of the window with those of the reference's stretches as if they were a
 * feature: each test has its limit from what the stretches differ among one another.
 *
 * @returns `undefined` where fewer than 6 stretches have at least half as many scored hours as the
 * median one, or the window has fewer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { plannedWeeks } from "./planned_weeks_fixture.ts";
 * import { scoredSpans } from "./scored_spans.ts";
 * const plan = (_: number, hour: number) => [(hour % 24) / 48, 0] as const;
 * await using weeks = await plannedWeeks({ meters: 1, weeks: 8, plan });
 * assert.equal(scoreDrift(await scoredSpans(weeks.input))?.drift, false);
 * ```
 */
export function scoreDrift({ chunks, window }: ScoredSpans): ScoreDrift | undefined {
  const sizes = chunks.map(({ score }) => score.length).filter((size) => size > 0)
    .sort((a, b) => a - b);
  const least = (sizes[sizes.length >> 1] ?? 0) / 2;
  const full = chunks.filter(({ score }) => score.length > 0 && score.length >= least);
  if (full.length < FEWEST) return undefined;
  const profile = buildReferenceProfile(
    matrix(["score"], full.flatMap(({ score }) => [...score])),
    full.flatMap(({ score }, n) => new Array<number>(score.length).fill(n)),
  );
  if (window.score.length < profile.chunkRows / 2) return undefined;
  const { columns: [{ tests, severity }], drift } = driftReport(profile, scoresOf(window));
  return { tests, severity, drift };
}

function scoresOf({ score }: ScoredSpan) {
  return matrix(["score"], score);
}
