/** Whether more of a stretch of time is affected by something than of ordinary stretches. */

import { rateChange } from "./rate_change.ts";
import { usualRange } from "./usual_range.ts";

/** Chance of a false alarm among all comparisons together. */
const LEVEL = 0.05;

/** How much of a stretch of time is affected. */
export interface ChunkTally {
  /** Time that was watched, in any unit; 0 where nothing was. */
  readonly watched: number;
  /** Part of it that is affected, in the same unit. */
  readonly affected: number;
  /** How many times that began. */
  readonly episodes: number;
}

/** What else decides. */
export interface JudgeChunkOptions {
  /** A share up to it is never unusual. */
  readonly floor: number;
  /** How many comparisons are made together, this one included. */
  readonly comparisons: number;
}

/** What is to be said of a stretch of time. */
export interface ChunkJudgement {
  /** The affected share, from 0. */
  readonly share: number;
  /** What ordinary stretches stay within, and never below the floor. */
  readonly limit: number;
  /** The chance of as many episodes or more without a change. */
  readonly chance: number;
  /** Whether the share is above its limit, or episodes come too often. */
  readonly unusual: boolean;
}

/**
 * Judges a stretch of time by ordinary ones of about its length. It is unusual when its affected
 * share is above the mean and three standard deviations of the ordinary shares, and above the floor:
 * where none was ever affected, that deviation is 0. Or when episodes come more often than three
 * standard deviations above and than chance explains, by the exact test of two rates with
 * Bonferroni's correction for all comparisons: many short episodes may be rare in time.
 *
 * @returns `undefined` where nothing was watched, or in fewer than 6 of the ordinary stretches.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const ordinary = new Array(6).fill({ watched: 168, affected: 0, episodes: 0 });
 * const options = { floor: 24 / 168, comparisons: 1 };
 * const dead = { watched: 168, affected: 48, episodes: 1 };
 * assert.equal(judgeChunk(ordinary, dead, options)?.unusual, true);
 * const short = { watched: 168, affected: 12, episodes: 1 };
 * assert.equal(judgeChunk(ordinary, short, options)?.unusual, false);
 * ```
 */
export function judgeChunk(
  ordinary: readonly ChunkTally[],
  current: ChunkTally,
  { floor, comparisons }: JudgeChunkOptions,
): ChunkJudgement | undefined {
  const known = ordinary.filter(({ watched }) => watched > 0);
  const shares = usualRange(known.map(({ affected, watched }) => affected / watched));
  const rates = usualRange(known.map(({ episodes, watched }) => episodes / watched));
  if (current.watched <= 0 || shares === undefined || rates === undefined) return undefined;
  const share = current.affected / current.watched;
  const limit = Math.max(shares.high, floor);
  const { more: chance } = rateChange({
    events: known.reduce((sum, { episodes }) => sum + episodes, 0),
    exposure: known.reduce((sum, { watched }) => sum + watched, 0),
  }, { events: current.episodes, exposure: current.watched });
  const often = current.episodes / current.watched > rates.high && chance * comparisons < LEVEL;
  return { share, limit, chance, unusual: share > limit || often };
}

/**
 * Judges the last of some stretches by all before it, and each of those by the rest of them: that
 * shows how often an ordinary one looks unusual.
 *
 * @param parts The ordinary stretches and then the one in question.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const bad = { watched: 168, affected: 48, episodes: 1 };
 * const parts = Array.from({ length: 8 }, (_, n) => n === 7 ? bad : { ...bad, affected: 0 });
 * const judgements = judgeChunks(parts, { floor: 24 / 168, comparisons: 1 });
 * assert.deepEqual(judgements.map((judgement) => judgement?.unusual).indexOf(true), 7);
 * ```
 */
export function judgeChunks(
  parts: readonly ChunkTally[],
  options: JudgeChunkOptions,
): (ChunkJudgement | undefined)[] {
  const ordinary = parts.slice(0, -1);
  return parts.map((part, n) =>
    judgeChunk(ordinary.filter((_, other) => other !== n), part, options)
  );
}
