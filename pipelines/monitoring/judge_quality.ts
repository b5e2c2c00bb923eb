/** Which meters have more faulty readings in a window than they usually have, and of which rule. */
import { type ChunkJudgement, type ChunkTally, judgeChunks, usualRange } from "../../models/mod.ts";
import type { MeterPresence } from "./meter_presence.ts";
import { QUALITY_RULES, type QualityTally } from "./quality_tallies.ts";
import type { Span } from "./section.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Meters in the figures. */
const SHOWN = 40;

/** One rule over all meters. */
export interface QualityRuleFigures {
  readonly rule: string;
  /** Share of the watched time that is affected, from 0. */
  readonly share: number;
  /** What ordinary stretches of the reference stay within, and never below the floor. */
  readonly limit: number;
  /** Meters for which the window is unusual. */
  readonly meters: number;
}

/** A meter for which the window is unusual. */
export interface QualityMeterFigures extends Omit<ChunkJudgement, "unusual"> {
  readonly meter: string;
  readonly rule: string;
  readonly episodes: number;
  /** ISO 8601, UTC: first interval of the window concerned. */
  readonly since: string;
}

/** What is to be said of a window. */
export interface JudgedQuality {
  /** Meters with a reading in the reference or the window. */
  readonly meters: number;
  /** Stretches of the reference, as long as the window, that were there to compare with. */
  readonly chunks: number;
  /** A meter's share up to it is never unusual: a day of the window. */
  readonly floor: number;
  /** Meters for which some rule finds the window unusual. */
  readonly affected_meters: number;
  /** Their share of the meters, from 0 to 1. */
  readonly affected_share: number;
  /** How many that ordinary stretches stay within; null where there are too few of them. */
  readonly usual_affected_meters: number | null;
  readonly rules: readonly QualityRuleFigures[];
  /** The worst, at most 40. */
  readonly affected: readonly QualityMeterFigures[];
}

/**
 * Judges the last span by the others, and each of the others by the rest of them: ordinary stretches
 * have bad meters too, and show how many.
 *
 * @param tallies What the checks found in the spans.
 * @param meters Every meter once.
 * @param spans In ascending time, of one length, the window last.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { affected_meters, usual_affected_meters } = judgeQuality([], [], [{ from: 0, to: 1 }]);
 * assert.deepEqual([affected_meters, usual_affected_meters], [0, null]);
 * ```
 */
export function judgeQuality(
  tallies: readonly QualityTally[],
  meters: readonly MeterPresence[],
  spans: readonly Span[],
): JudgedQuality {
  const current = spans.length - 1;
  const window = spans[current];
  const floor = Math.min(0.5, DAY_MS / (window.to - window.from));
  const options = { floor, comparisons: Math.max(1, meters.length * QUALITY_RULES.length) };
  const byCell = new Map(
    tallies.map((tally) => [cell(tally.rule, tally.meterId, tally.span), tally]),
  );
  const affected: QualityMeterFigures[] = [];
  const affectedIn = spans.map(() => new Set<string>());
  for (const meter of meters) {
    for (const rule of QUALITY_RULES) {
      const found = spans.map((_, n) => byCell.get(cell(rule, meter.meterId, n)));
      // A rule that found nothing of a meter has nothing to judge.
      if (found.every((tally) => tally === undefined)) continue;
      const parts = spans.map((span, n) => tallyOf(meter, span, found[n]));
      for (const [n, judgement] of judgeChunks(parts, options).entries()) {
        if (!judgement?.unusual) continue;
        affectedIn[n].add(meter.meterId);
        if (n !== current) continue;
        const { unusual: _, ...numbers } = judgement;
        const since = new Date(found[n]?.since ?? window.from).toISOString();
        affected.push({
          meter: meter.meterId,
          rule,
          ...numbers,
          episodes: parts[n].episodes,
          since,
        });
      }
    }
  }
  const watched = spans.filter((span, n) =>
    n < current && meters.some((meter) => tallyOf(meter, span).watched > 0)
  );
  const counts = spans.flatMap((span, n) => watched.includes(span) ? [affectedIn[n].size] : []);
  return {
    meters: meters.length,
    chunks: watched.length,
    floor,
    affected_meters: affectedIn[current].size,
    affected_share: meters.length === 0 ? 0 : affectedIn[current].size / meters.length,
    usual_affected_meters: usualRange(counts)?.high ?? null,
    rules: QUALITY_RULES.map((rule) => ruleFigures(rule, tallies, meters, spans, affected)),
    affected: affected.toSorted((a, b) => b.share / b.limit - a.share / a.limit).slice(0, SHOWN),
  };
}

function cell(rule: string, meterId: string, span: number): string {
  return `${rule} ${span} ${meterId}`;
}

/** A meter is watched from its first reading on, and until its last one where that is the end. */
function tallyOf(
  { first, last, intervalMs }: MeterPresence,
  { from, to }: Span,
  found?: QualityTally,
): ChunkTally {
  const watched = Math.max(0, Math.min(to, last + intervalMs) - Math.max(from, first));
  return {
    watched: watched / HOUR_MS,
    affected: (found?.intervals ?? 0) * intervalMs / HOUR_MS,
    episodes: found?.episodes ?? 0,
  };
}

function ruleFigures(
  rule: string,
  tallies: readonly QualityTally[],
  meters: readonly MeterPresence[],
  spans: readonly Span[],
  affected: readonly QualityMeterFigures[],
): QualityRuleFigures {
  const byId = new Map(meters.map((meter) => [meter.meterId, meter]));
  const own = tallies.filter((tally) => tally.rule === rule);
  const shares = spans.map((span, n) => {
    const watched = meters.reduce((sum, meter) => sum + tallyOf(meter, span).watched, 0);
    const hours = own.filter((tally) => tally.span === n).reduce((sum, tally) => {
      const meter = byId.get(tally.meterId);
      return sum + (meter === undefined ? 0 : tallyOf(meter, span, tally).affected);
    }, 0);
    return hours / watched;
  });
  const share = shares.pop() ?? NaN;
  // A day of a single meter is no change of the whole.
  const { from, to } = spans[spans.length - 1];
  const least = DAY_MS / (to - from) / Math.max(1, meters.length);
  return {
    rule,
    share: Number.isNaN(share) ? 0 : share,
    limit: Math.max(usualRange(shares)?.high ?? 0, least),
    meters: affected.filter((meter) => meter.rule === rule).length,
  };
}
