/** Which meters of a site have changed in a window, and since when. */

import { chunkChanges, chunkLimit, noChangeFloor, usualChange } from "./change_limits.ts";
import { changeAt, levelChanges, RECENT_DAYS } from "./level_changes.ts";
import type { DaySpan } from "./load_baseline.ts";
import { isOfSeason, type SeasonRange, seasonRange } from "./season.ts";
import { siteCourse } from "./site_course.ts";

/** A meter is flagged at this multiple of its own usual change… */
const ALONE = 3;
/** …a site at this one, as a median over meters strays less. */
const TOGETHER = 2.5;

/** A change of less than this is none, however steady the load was. */
const LEAST_CHANGE = 0.01;

/** What is judged by what. */
export interface DriftSpans {
  /** Days that are known to be usual. */
  readonly reference: DaySpan;
  /** Days that are judged; none of the reference is among them or after them. */
  readonly window: DaySpan;
}

/** What can be said of a meter or a site; changes are differences of ln(energy / expected). */
export interface LevelDrift {
  /**
   * First day whose last seven are too far from the 28 before; later days play no part in it.
   * `undefined` where there is none.
   */
  readonly suddenDay: number | undefined;
  /** Whether the window as a whole is too far from the 28 days before. */
  readonly lasting: boolean;
  /** Level of the window minus that of the 28 days before; `NaN` where days are missing. */
  readonly change: number;
  /** Limit of a change of the whole window, beyond that of its siblings; `NaN` where unknown. */
  readonly limit: number;
  /** What sampling alone makes of such a change; the limit is below neither it nor 0.01. */
  readonly floor: number;
  /** `drift` where sudden or lasting; `unknown` where neither could be judged. */
  readonly verdict: "drift" | "no_drift" | "unknown";
}

/** What is usual for the meters of a site. */
export interface UsualSite {
  readonly spans: DriftSpans;
  /** How the site as a whole does; `undefined` where it has fewer than five meters. */
  readonly site: LevelDrift | undefined;
  /** Whether the site has moved, for each day of the window. */
  readonly moved: readonly boolean[];
  /** Changes that the meters have in common, one per day; 0 without siblings. */
  readonly common: Float64Array;
  /** The same of the whole window. */
  readonly commonChange: number;
  readonly meters: readonly UsualMeter[];
}

/** What is usual for a meter, beyond its site's course and with it. */
interface UsualMeter {
  readonly own: UsualChanges;
  readonly total: UsualChanges;
  readonly limit: number;
  readonly floor: number;
}

interface UsualChanges {
  readonly usual: number;
  /** One per day of the window. */
  readonly season: readonly SeasonRange[];
}

/**
 * What is usual for the meters of one site, by the reference.
 *
 * A meter's change has two parts: what its siblings have in common (the median of their changes:
 * holidays, terms, weather) and its own. The own part is judged by what it was in the reference,
 * the common one by what it was at this time of the year. A site of fewer than five meters has no
 * common part. The common part counts only on days whose season the reference has seen in another
 * year: without that, a change of season cannot be told from another.
 *
 * @param residuals One per day for each meter, `NaN` where missing; all of one length.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * // Six meters that wobble; one uses half as much from day 410 on.
 * const residuals = Array.from({ length: 6 }, (_, meter) =>
 *   Float64Array.from({ length: 430 }, (_, day) =>
 *     Math.sin(day * (meter + 2)) / 50 - (meter === 0 && day >= 410 ? 0.7 : 0)));
 * const spans = { reference: { from: 0, to: 400 }, window: { from: 400, to: 430 } };
 * const usual = usualSite(residuals, spans);
 * const drifts = residuals.map((own, meter) => judgeMeter(usual, meter, own));
 * assert.deepEqual(drifts.map(({ verdict }) => verdict === "drift"), [true, ...Array(5).fill(false)]);
 * assert.ok(drifts[0].suddenDay! < 417);
 * ```
 */
export function usualSite(residuals: readonly Float64Array[], spans: DriftSpans): UsualSite {
  const { reference, window } = spans;
  const length = window.to - window.from;
  const changes = residuals.map(levelChanges);
  const chunks = residuals.map((values) => chunkChanges(values, reference, length));
  const course = siteCourse(changes);
  const commonChunks = siteCourse(chunks);
  const windowChanges = residuals.map((values) =>
    Float64Array.of(changeAt(values, window.from, window.to))
  );
  const commonChange = siteCourse(windowChanges)?.[0];
  const site = course === undefined || commonChunks === undefined || commonChange === undefined
    ? undefined
    : judgeCommon(course, commonChunks, commonChange, siteCourse(residuals)!, spans);
  const common = course ?? new Float64Array(residuals[0]?.length ?? 0);
  return {
    spans,
    site: site?.drift,
    moved: site?.moved ?? new Array<boolean>(length).fill(false),
    common,
    commonChange: commonChange ?? 0,
    meters: residuals.map((values, meter) => {
      const floor = noChangeFloor(values, reference, length);
      const beyond = chunks[meter].map((change, i) => change - (commonChunks?.[i] ?? 0));
      return {
        own: usualChanges(
          changes[meter].map((change, day) => change - common[day]),
          values,
          spans,
        ),
        total: usualChanges(changes[meter], values, spans),
        limit: Math.max(chunkLimit(beyond), floor, LEAST_CHANGE),
        floor,
      };
    }),
  };
}

/**
 * Judges the window of one meter. It drifts when
 *
 * - a change of the last seven days and the own part of it are above three times what one day in
 *   twenty of the reference exceeds, or, on a day on which the site has moved, the change is above
 *   once that; and in either case is not of the season; or
 * - the change of the whole window and the own part of it are above its limit.
 *
 * A meter that stays as it was while its site moves has a large own part, but has not changed.
 *
 * @param residuals One per day, of that meter.
 */
export function judgeMeter(
  usual: UsualSite,
  meter: number,
  residuals: Float64Array,
): LevelDrift {
  const { window } = usual.spans;
  const { own, total, limit, floor } = usual.meters[meter];
  const days = Array.from({ length: window.to - window.from }, (_, i) => i);
  const changes = days.map((i) =>
    changeAt(residuals, window.from + i + 1 - RECENT_DAYS, window.from + i + 1)
  );
  const sudden = days.find((i) =>
    exceeds(ownChange(changes[i], usual.common[window.from + i]), ALONE, own, i) ||
    usual.moved[i] && exceeds(changes[i], 1, total, i)
  );
  const change = changeAt(residuals, window.from, window.to);
  const beyond = Math.abs(ownChange(change, usual.commonChange));
  return levelDrift({
    suddenDay: sudden === undefined ? undefined : window.from + sudden,
    lasting: beyond > limit,
    change,
    limit,
    floor,
  }, !Number.isNaN(own.usual) && !changes.every(Number.isNaN) || beyond <= limit);
}

function judgeCommon(
  course: Float64Array,
  chunks: Float64Array,
  change: number,
  residuals: Float64Array,
  spans: DriftSpans,
) {
  const { reference, window } = spans;
  const length = window.to - window.from;
  const usual = usualChanges(course, residuals, spans);
  const moved = usual.season.map(({ known }, i) =>
    known && exceeds(course[window.from + i], TOGETHER, usual, i)
  );
  const known = usual.season.every((season) => season.known);
  const floor = noChangeFloor(residuals, reference, length);
  const limit = Math.max(chunkLimit(chunks), floor, LEAST_CHANGE);
  const first = moved.indexOf(true);
  const drift = levelDrift({
    suddenDay: first < 0 ? undefined : window.from + first,
    lasting: known && Math.abs(change) > limit,
    change,
    limit,
    floor,
  }, known && !Number.isNaN(usual.usual));
  return { drift, moved };
}

function usualChanges(
  changes: Float64Array,
  residuals: Float64Array,
  { reference, window }: DriftSpans,
): UsualChanges {
  return {
    usual: Math.max(
      usualChange(changes, reference),
      noChangeFloor(residuals, reference, RECENT_DAYS),
      LEAST_CHANGE,
    ),
    season: Array.from(
      { length: window.to - window.from },
      (_, i) => seasonRange(changes, { from: reference.from, to: window.from }, window.from + i),
    ),
  };
}

function exceeds(change: number, multiple: number, usual: UsualChanges, day: number): boolean {
  return Math.abs(change) > multiple * usual.usual && !isOfSeason(change, usual.season[day]);
}

/** The part of a change that siblings do not share, as far as the meter has changed at all. */
function ownChange(change: number, common: number): number {
  const own = change - common;
  if (own * change < 0) return 0;
  return Math.abs(own) < Math.abs(change) ? own : change;
}

function levelDrift(drift: Omit<LevelDrift, "verdict">, judged: boolean): LevelDrift {
  const flagged = drift.suddenDay !== undefined || drift.lasting;
  return { ...drift, verdict: flagged ? "drift" : judged ? "no_drift" : "unknown" };
}
