/** Champion and challenger on the same days of the same meters: who saw something where. */
import { addEvent, type RateComparison, startRateComparison } from "../../models/mod.ts";

const DAY_MS = 24 * 3_600_000;
/** Of the days that one side alone marks, each side has half where their rates are equal. */
const EVEN = 0.5;

/** One hour of a meter that both have scored. */
export interface PairedHour {
  readonly meterId: string;
  /** Epoch milliseconds. */
  readonly ts: number;
  readonly champion: PairedScore;
  readonly challenger: PairedScore;
}

/** What one side said of it. */
export interface PairedScore {
  /** In [0, 1]. */
  readonly score: number;
  /** 1 where it is marked as anomalous. */
  readonly label: number;
}

/** What was counted. */
export interface PairedFigures {
  readonly hours: number;
  /** Mean absolute difference of the scores; 0 before the first hour. */
  readonly meanScoreDifference: number;
  /** Days of a meter (UTC) that are over, by who marked an hour of them. */
  readonly days: {
    readonly quiet: number;
    readonly both: number;
    readonly championOnly: number;
    readonly challengerOnly: number;
  };
  /** The days that one side alone has marked. */
  readonly comparison: RateComparison;
}

/** Counts pairs as they come. */
export interface PairedDays {
  /** Takes in hours; those of a day before the last one of their meter count for no day any more. */
  add(hours: Iterable<PairedHour>): void;
  figures(): PairedFigures;
}

interface OpenDay {
  readonly day: number;
  champion: boolean;
  challenger: boolean;
}

/**
 * Starts to count. A day of a meter is counted once, when a later one of it begins: hours of one
 * night are no independent observations, days rather are. Remembers one day per meter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const days = pairDays();
 * const [odd, usual] = [{ score: 0.9, label: 1 }, { score: 0.1, label: 0 }];
 * days.add([
 *   { meterId: "r1", ts: 0, champion: usual, challenger: odd },
 *   { meterId: "r1", ts: 24 * 3_600_000, champion: usual, challenger: usual },
 * ]);
 * assert.equal(days.figures().days.challengerOnly, 1);
 * assert.equal(days.figures().meanScoreDifference, 0.4);
 * ```
 */
export function pairDays(): PairedDays {
  const open = new Map<string, OpenDay>();
  const days = { quiet: 0, both: 0, championOnly: 0, challengerOnly: 0 };
  let comparison = startRateComparison();
  let hours = 0;
  let difference = 0;

  function settle({ champion, challenger }: OpenDay): void {
    if (champion === challenger) {
      days[champion ? "both" : "quiet"]++;
      return;
    }
    days[champion ? "championOnly" : "challengerOnly"]++;
    comparison = addEvent(comparison, challenger, EVEN);
  }

  function add({ meterId, ts, champion, challenger }: PairedHour): void {
    hours++;
    difference += Math.abs(champion.score - challenger.score);
    const day = Math.floor(ts / DAY_MS);
    let current = open.get(meterId);
    if (current !== undefined && day < current.day) return;
    if (current === undefined || day > current.day) {
      if (current !== undefined) settle(current);
      current = { day, champion: false, challenger: false };
      open.set(meterId, current);
    }
    current.champion ||= champion.label === 1;
    current.challenger ||= challenger.label === 1;
  }

  return {
    add(pairs) {
      for (const pair of pairs) add(pair);
    },
    figures: () => ({
      hours,
      meanScoreDifference: hours === 0 ? 0 : difference / hours,
      days: { ...days },
      comparison,
    }),
  };
}
