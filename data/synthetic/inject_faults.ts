/** Puts labelled faults on top of the readings of many meters, real or simulated. */

import { type MeterLoad, meterLoad } from "./faults/meter_load.ts";
import { type FaultName, faults } from "./faults/mod.ts";
import { type MeterSeries, type ReadingColumns, splitMeters } from "./meter_series.ts";
import { placeFault, type PlaceSeries, type Span } from "./place_fault.ts";
import { type Random, randomStream, uniformInteger } from "./random.ts";
import { seriesInterval } from "./series_interval.ts";
import { HOUR_MS } from "./site.ts";

/** How many faults of which kinds to inject, and when. */
export interface InjectionOptions {
  /** Same seed, same faults. */
  readonly seed: number;
  /** Faults per meter. */
  readonly eventsPerMeter: number;
  /** Kinds of faults to choose from. @default {every fault} */
  readonly faults?: readonly FaultName[];
  /** No fault begins before, epoch milliseconds UTC. @default {each meter's first reading} */
  readonly from?: number;
  /** Every fault has ended by then, epoch milliseconds UTC. @default {each meter's last interval} */
  readonly to?: number;
  /** Whether a fault that finds no place among the others is left out. @default {false} */
  readonly crowded?: boolean;
}

/** A fault that was injected; `to` is exclusive, both are epoch milliseconds UTC. */
export interface InjectedFault extends Span {
  readonly meterId: string;
  readonly fault: FaultName;
}

/** Readings with faults; `kwh` and `label` follow the rows of the readings given. */
export interface InjectedReadings {
  /** Energy used in the interval, with the faults. */
  readonly kwh: Float64Array;
  /** 1 where a fault made the reading wrong, else 0. */
  readonly label: Uint8Array;
  /** The faults, by meter and then time. */
  readonly faults: InjectedFault[];
}

/** A meter with its yardstick. */
interface MeasuredMeter {
  readonly series: MeterSeries & PlaceSeries;
  readonly load: MeterLoad;
}

/**
 * Injects faults into readings, hourly or finer, and labels the rows they made wrong. The kinds
 * are dealt from shuffled decks, so every kind comes about equally often; durations come from
 * each kind's own range; faults of one meter lie at least a day apart; magnitudes follow the
 * meter's own load; `meter_swap` takes the readings of the meter with the nearest median. The
 * order of the rows has no influence.
 *
 * @throws {RangeError} When a fault does not fit between `from` and `to` and it is not to be crowded, a
 * meter has no load to scale faults by, two readings of one time or less than one an hour, or a swap has no second
 * meter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const ts = Float64Array.from({ length: 2400 }, (_, hour) => hour * 3_600_000);
 * const readings = { meterId: new Array<string>(2400).fill("a"), ts, kwh: ts.map(() => 2) };
 * const injected = injectFaults(readings, { seed: 1, eventsPerMeter: 2, faults: ["zero"] });
 * assert.equal(injected.faults.length, 2);
 * assert.ok(injected.kwh.every((kwh, row) => kwh === (injected.label[row] === 1 ? 0 : 2)));
 * ```
 */
export function injectFaults(
  readings: ReadingColumns,
  options: InjectionOptions,
): InjectedReadings {
  const kinds = options.faults ?? (Object.keys(faults) as FaultName[]);
  const meters = splitMeters(readings).map(measure);
  const deal = dealer(kinds, randomStream(options.seed, "fault kinds"));
  const kwh = readings.kwh.slice();
  const label = new Uint8Array(kwh.length);
  const injected: InjectedFault[] = [];
  for (const meter of meters) {
    const { series: { meterId, rows, ts, intervalMs }, load } = meter;
    const random = randomStream(options.seed, `${meterId} faults`);
    const context = { load, donor: nearestMeter(meter, meters) };
    const span = { from: options.from ?? ts[0], to: options.to ?? ts[ts.length - 1] + intervalMs };
    const hand = Array.from({ length: options.eventsPerMeter }, deal);
    // The longest first, while there is room for them.
    hand.sort((a, b) => faults[b].hours[1] - faults[a].hours[1]);
    const taken: InjectedFault[] = [];
    for (const fault of hand) {
      const placed = placeFault(faults[fault], meter.series, span, taken, random, context);
      if (placed === undefined) {
        if (options.crowded) continue;
        throw noPlace(fault, meterId, span, taken.length);
      }
      placed.rows.forEach((row, i) => {
        kwh[rows[row]] = placed.kwh[i];
        label[rows[row]] = 1;
      });
      taken.push({ meterId, fault, from: placed.from, to: placed.to });
    }
    injected.push(...taken.sort((a, b) => a.from - b.from));
  }
  return { kwh, label, faults: injected };
}

function measure(series: MeterSeries): MeasuredMeter {
  const { meterId, ts } = series;
  const intervalMs = seriesInterval(ts);
  if (intervalMs > HOUR_MS) {
    throw new RangeError(
      `Cannot inject faults into meter "${meterId}" as they last hours: its readings are ${
        intervalMs / 60_000
      } minutes apart`,
    );
  }
  try {
    return { series: { ...series, intervalMs }, load: meterLoad(series) };
  } catch (cause) {
    throw new RangeError(`Cannot inject faults into meter "${meterId}"`, { cause });
  }
}

function noPlace(fault: FaultName, meterId: string, { from, to }: Span, taken: number): RangeError {
  return new RangeError(
    `Cannot find a place for the fault "${fault}" in meter "${meterId}" beside ${taken} others: the span has ${
      Math.floor((to - from) / HOUR_MS)
    } hours`,
  );
}

/** Deals from a shuffled deck of all kinds, and shuffles again when it is used up. */
function dealer(kinds: readonly FaultName[], random: Random): () => FaultName {
  if (kinds.length === 0) throw new RangeError("Cannot inject faults without a kind of fault");
  let deck: FaultName[] = [];
  return function deal() {
    if (deck.length === 0) deck = [...kinds];
    return deck.splice(uniformInteger(random, 0, deck.length - 1), 1)[0];
  };
}

function nearestMeter(
  to: MeasuredMeter,
  meters: readonly MeasuredMeter[],
): MeterSeries | undefined {
  let nearest: MeasuredMeter | undefined;
  const distance = (meter: MeasuredMeter) => Math.abs(meter.load.median - to.load.median);
  for (const meter of meters) {
    if (meter !== to && (!nearest || distance(meter) < distance(nearest))) nearest = meter;
  }
  return nearest?.series;
}
