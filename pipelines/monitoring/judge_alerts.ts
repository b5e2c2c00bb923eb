/** Whether a window has more or fewer alerts than ordinary stretches of the reference. */
import {
  type ChunkJudgement,
  type ChunkTally,
  judgeChunks,
  rateChange,
  usualRange,
} from "../../models/mod.ts";
import { alertTallies, sumTallies } from "./alert_tallies.ts";
import type { ScoredSpans } from "./scored_spans.ts";

const DAY_HOURS = 24;
const WEEK_HOURS = 168;
const LEVEL = 0.05;
/** Meters in the figures. */
const SHOWN = 40;
const NOTHING: ChunkTally = { watched: 0, affected: 0, episodes: 0 };

/** One rate of all meters together, per meter and week. */
export interface AlertRateFigures {
  readonly current: number;
  /** Mean of the ordinary stretches. */
  readonly usual: number;
  /** What they stay within. */
  readonly low: number;
  readonly high: number;
  readonly unusual: boolean;
}

/** A meter that alerts more than it usually does. */
export interface AlertMeterFigures extends Pick<ChunkJudgement, "limit" | "chance"> {
  readonly meter: string;
  /** Per week. */
  readonly events: number;
  readonly usual_events: number;
  /** Share of its hours that are anomalous. */
  readonly share: number;
}

/** The alerts of the window against those of ordinary stretches. */
export interface JudgedAlerts {
  /** Events per meter and week; null where there are too few stretches to say what is usual. */
  readonly events: AlertRateFigures | null;
  /** Anomalous hours per meter and week; null as above. */
  readonly hours: AlertRateFigures | null;
  /** Events per meter and week of each stretch, the window last; null where no hour was scored. */
  readonly event_rates: readonly (number | null)[];
  /** Meters that alert more than they usually do. */
  readonly affected_meters: number;
  /** How many of them ordinary stretches stay within; null where there are too few of those. */
  readonly usual_affected_meters: number | null;
  /** The worst, at most 40. */
  readonly affected: readonly AlertMeterFigures[];
}

/**
 * Judges the alerts of a window, of all meters together and of each by itself.
 *
 * All together: events per meter and week are unusual beyond three standard deviations of the
 * ordinary stretches, to either side, where chance does not explain it either (exact test of two
 * rates, 5 %); anomalous hours beyond three deviations and by more than a day in all. A single meter:
 * as {@linkcode judgeChunks} has it, with a floor of a day and Bonferroni's correction for all
 * meters; only more alerts count, as most meters have none in most weeks.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { plannedWeeks } from "./planned_weeks_fixture.ts";
 * import { scoredSpans } from "./scored_spans.ts";
 * await using weeks = await plannedWeeks({ meters: 1, weeks: 7, plan: () => [0.5, 0] });
 * const { events, affected_meters } = judgeAlerts(await scoredSpans(weeks.input));
 * assert.deepEqual([events?.current, affected_meters], [0, 0]);
 * ```
 */
export function judgeAlerts({ chunks, window }: ScoredSpans): JudgedAlerts {
  const spans = [...chunks, window];
  const byMeter = spans.map(alertTallies);
  const current = spans.length - 1;
  const ids = [...new Set(byMeter.flatMap((tallies) => [...tallies.keys()]))].sort();
  const options = {
    floor: Math.min(0.5, DAY_HOURS * 3_600_000 / (window.to - window.from)),
    comparisons: Math.max(1, ids.length),
  };
  const affected: AlertMeterFigures[] = [];
  const affectedIn = spans.map(() => 0);
  for (const id of ids) {
    const parts = byMeter.map((tallies) => tallies.get(id) ?? NOTHING);
    for (const [n, judgement] of judgeChunks(parts, options).entries()) {
      if (!judgement?.unusual) continue;
      affectedIn[n]++;
      if (n !== current) continue;
      const { share, limit, chance } = judgement;
      affected.push({
        meter: id,
        events: weekly(parts[n], "episodes"),
        usual_events: weekly(sumTallies(parts.slice(0, -1)), "episodes"),
        share,
        limit,
        chance,
      });
    }
  }
  const totals = byMeter.map((tallies) => sumTallies(tallies.values()));
  const watchedIn = affectedIn.slice(0, -1).filter((_, n) => totals[n].watched > 0);
  return {
    ...overall(totals),
    event_rates: totals.map((total) => total.watched === 0 ? null : weekly(total, "episodes")),
    affected_meters: affectedIn[current],
    usual_affected_meters: usualRange(watchedIn)?.high ?? null,
    affected: affected.toSorted((a, b) => a.chance - b.chance || b.share - a.share)
      .slice(0, SHOWN),
  };
}

function overall(totals: readonly ChunkTally[]): Pick<JudgedAlerts, "events" | "hours"> {
  const ordinary = totals.slice(0, -1);
  const current = totals[totals.length - 1];
  const rates = (count: "episodes" | "affected") => {
    const range = usualRange(ordinary.map((tally) => weekly(tally, count)));
    if (range === undefined || current.watched === 0) return null;
    const { mean: usual, low, high } = range;
    const rate = weekly(current, count);
    return { current: rate, usual, low, high, unusual: rate < low || rate > high };
  };
  const [events, hours] = [rates("episodes"), rates("affected")];
  if (events === null || hours === null) return { events: null, hours: null };
  const reference = sumTallies(ordinary);
  const { either } = rateChange(
    { events: reference.episodes, exposure: reference.watched },
    { events: current.episodes, exposure: current.watched },
  );
  const off = Math.abs(hours.current - hours.usual) * current.watched / WEEK_HOURS;
  return {
    events: { ...events, unusual: events.unusual && either < LEVEL },
    hours: { ...hours, unusual: hours.unusual && off > DAY_HOURS },
  };
}

/** Per meter and week; `NaN` where nothing was watched. */
function weekly(tally: ChunkTally, count: "episodes" | "affected"): number {
  return tally[count] * WEEK_HOURS / tally.watched;
}
