/** How a version has answered of late, and when that is no longer good enough. */

/** Answers that are remembered, and the fewest that are judged. */
const WINDOW = 200;
const LEAST = 20;
/** More failed answers than this share are too many. */
const MOST_ERRORS = 0.05;
/** A 95th percentile of more than this multiple of the other version's is too slow… */
const SLOWER = 3;
/** …unless it is below this, in milliseconds: nobody waits for less. */
const NOT_SLOW_MS = 50;
const PERCENTILE = 0.95;

/** The last answers of a version. */
export interface VersionHealth {
  /**
   * Takes in an answer.
   *
   * @param ok Whether it could be given.
   * @param ms How long it took; absent where nobody waited for it, so that it says nothing.
   */
  record(ok: boolean, ms?: number): void;
  /** Share of failed answers among the last ones; 0 before the first. */
  errorShare(): number;
  /** 95th percentile of the milliseconds of the last answers that were given; 0 before the first. */
  p95Ms(): number;
  /** Number of answers remembered, at most 200. */
  count(): number;
}

/**
 * Starts to remember answers.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const health = watchVersion();
 * for (let ms = 1; ms <= 20; ms++) health.record(true, ms);
 * health.record(false, 1000);
 * assert.deepEqual([health.p95Ms(), health.errorShare()], [19, 1 / 21]);
 * ```
 */
export function watchVersion(): VersionHealth {
  const answers: { ok: boolean; ms?: number }[] = [];
  return {
    record(ok, ms) {
      answers.push({ ok, ms });
      if (answers.length > WINDOW) answers.shift();
    },
    errorShare: () =>
      answers.length === 0 ? 0 : answers.filter(({ ok }) => !ok).length / answers.length,
    p95Ms() {
      const given = answers.flatMap(({ ok, ms }) => ok && ms !== undefined ? [ms] : [])
        .sort((a, b) => a - b);
      return given.length === 0 ? 0 : given[Math.ceil(PERCENTILE * given.length) - 1];
    },
    count: () => answers.length,
  };
}

/**
 * Why a version should no longer answer; `undefined` while it does well, or too little is known:
 * fewer than 20 answers. Too much are 5 % of failed answers, or a 95th percentile of the time of
 * more than 50 ms and more than three times the other version's.
 *
 * @param health Of the version in question.
 * @param other Of the one that answered before or answers beside it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const [slow, fast] = [watchVersion(), watchVersion()];
 * for (let i = 0; i < 20; i++) {
 *   slow.record(true, 400);
 *   fast.record(true, 100);
 * }
 * assert.equal(
 *   healthBreach(slow, fast),
 *   "one answer in twenty took 400 ms or more, the other version's 100 ms",
 * );
 * assert.equal(healthBreach(fast, slow), undefined);
 * ```
 */
export function healthBreach(health: VersionHealth, other: VersionHealth): string | undefined {
  if (health.count() < LEAST) return undefined;
  const errors = health.errorShare();
  if (errors > MOST_ERRORS) {
    return `${(100 * errors).toFixed(0)} % of its last ${health.count()} answers failed`;
  }
  if (other.count() < LEAST) return undefined;
  const [own, usual] = [health.p95Ms(), other.p95Ms()];
  return own > NOT_SLOW_MS && own > SLOWER * usual
    ? `one answer in twenty took ${own.toFixed(0)} ms or more, the other version's ${
      usual.toFixed(0)
    } ms`
    : undefined;
}
