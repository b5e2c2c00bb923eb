/** What a stream knows of one meter, between the readings that come and the hours that are known. */
import type { Reading } from "../../data/mod.ts";
import type { ScoredReading } from "../deps.ts";
import { unscoredReadings } from "../unscored_readings.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** As in one request: all hours between the first and the last reading are computed. */
const MAX_SPAN_DAYS = 31;

/** What became known of a meter, in the order of time. */
export interface Decided {
  readonly hours: readonly ScoredReading[];
  /** Readings that lie in no scored hour. */
  readonly unscored: readonly Reading[];
  /** Anomalous hours of events to which no later hour can belong. */
  readonly eventHours: readonly ScoredReading[];
}

/** The readings of one meter in a stream. */
export interface MeterStream {
  /** Those that were kept, in the order of time. */
  readonly readings: readonly Reading[];
  /** What is wrong with the next reading beside those before it; undefined where nothing is. */
  faultOf(reading: Reading): string | undefined;
  /** Keeps a reading without fault. */
  keep(reading: Reading): void;
  /** Drops kept readings that turn out to be none of the meter's; others are passed over. */
  drop(odd: ReadonlySet<Reading>): void;
  /**
   * Takes the scored hours of all kept readings and gives what is known and was not given before.
   * An hour is known once a reading of a later hour was kept.
   *
   * @param hours Absent where no reading was kept since the last call: then they are the same.
   * @param ended Whether no more readings come: then all is known.
   */
  decide(hours: readonly ScoredReading[] | undefined, ended: boolean): Decided;
}

/**
 * Starts without readings.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const meter = openMeterStream();
 * meter.keep({ meterId: "b1", ts: 3_600_000, kwh: 1 });
 * assert.equal(
 *   meter.faultOf({ meterId: "b1", ts: 0, kwh: 1 }),
 *   "expected a time after 1970-01-01T01:00:00.000Z, the meter's last, got 1970-01-01T00:00:00.000Z",
 * );
 * ```
 */
export function openMeterStream(): MeterStream {
  const readings: Reading[] = [];
  /** Times of what was sent, dropped readings too: a fault must not depend on when one is dropped. */
  let first = Infinity;
  let last = -Infinity;
  let decidedReadings = 0;
  let knownUpTo = -Infinity;
  let open: ScoredReading[] = [];
  /** Of the last call, those that are not known or in which a reading may lie that is not. */
  let held: readonly ScoredReading[] = [];

  function faultOf({ ts }: Reading): string | undefined {
    const iso = (time: number) => new Date(time).toISOString();
    if (ts <= last) return `expected a time after ${iso(last)}, the meter's last, got ${iso(ts)}`;
    if (ts - first <= MAX_SPAN_DAYS * DAY_MS) return undefined;
    return `expected readings of a meter to lie within ${MAX_SPAN_DAYS} days, got ${
      iso(first)
    } and ${iso(ts)}`;
  }

  function decide(hours: readonly ScoredReading[] = held, ended: boolean): Decided {
    const known = ended ? Infinity : (readings.at(-1)?.ts ?? -Infinity);
    const fresh = hours.filter(({ ts }) => ts >= knownUpTo && ts + HOUR_MS <= known);
    knownUpTo = fresh.length === 0 ? knownUpTo : fresh[fresh.length - 1].ts + HOUR_MS;
    let end = decidedReadings;
    while (end < readings.length && readings[end].ts + HOUR_MS <= known) end++;
    const unscored = unscoredReadings(hours, readings.slice(decidedReadings, end));
    decidedReadings = end;
    const anomalous = [...open, ...fresh.filter(({ label }) => label === 1)];
    const closed = closedHours(anomalous, known);
    open = anomalous.slice(closed);
    held = hours.filter(({ ts }) => ts + 2 * HOUR_MS > known);
    return { hours: fresh, unscored, eventHours: anomalous.slice(0, closed) };
  }

  return {
    readings,
    faultOf,
    decide,
    keep(reading) {
      first = Math.min(first, reading.ts);
      last = reading.ts;
      readings.push(reading);
    },
    drop(odd) {
      let kept = 0;
      for (const reading of readings) if (!odd.has(reading)) readings[kept++] = reading;
      readings.length = kept;
    },
  };
}

/** How many of the anomalous hours belong to events that are over, as a gap of one hour ends none. */
function closedHours(anomalous: readonly ScoredReading[], known: number): number {
  let closed = anomalous.length;
  /** The earliest time at which another hour may begin. */
  let next = known - HOUR_MS + 1;
  while (closed > 0 && next - anomalous[closed - 1].ts <= 2 * HOUR_MS) {
    next = anomalous[--closed].ts;
  }
  return closed;
}
