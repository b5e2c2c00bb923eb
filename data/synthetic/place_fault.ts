/** Finds a place for a fault in a meter's series. */

import type { Fault, FaultContext, FaultSeries } from "./faults/fault.ts";
import { firstRowFrom } from "./faults/reading_at.ts";
import { type Random, uniformInteger } from "./random.ts";
import { HOUR_MS } from "./site.ts";

/** Kept free between two faults of a meter, so that they stay two events. */
const MARGIN_MS = 24 * HOUR_MS;
/** Places tried before the span counts as full. */
const ATTEMPTS = 200;

/** A span of time, `to` exclusive, epoch milliseconds UTC. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A series in which a fault finds its place. */
export interface PlaceSeries extends FaultSeries {
  /** Length of an interval, milliseconds. */
  readonly intervalMs: number;
}

/** A fault in its place. */
export interface PlacedFault extends Span {
  /** The rows the fault made wrong, in ascending order, and their wrong readings. */
  readonly rows: readonly number[];
  readonly kwh: readonly number[];
}

/**
 * Puts a fault of a random realistic duration at a random whole hour of `span`, at least a day
 * from every `taken` span. A place where it would change less than half of the rows it labels
 * (a meter that is constant anyway cannot be seen to be stuck) is given up for another.
 *
 * @returns The fault, its span running from its first wrong reading to the end of its last; nothing
 *   when 200 random places do not do.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { meterLoad } from "./faults/meter_load.ts";
 * import { zero } from "./faults/zero.ts";
 * const ts = Float64Array.from({ length: 100 }, (_, hour) => hour * 3_600_000);
 * const series = { ts, kwh: ts.map(() => 1), intervalMs: 3_600_000 };
 * const span = { from: 0, to: 360_000_000 };
 * const context = { load: meterLoad(series) };
 * const placed = placeFault(zero, series, span, [], () => 0.5, context);
 * assert.equal(placed?.rows.length, 27); // the middle of 6 to 48 hours
 * assert.equal(placed.to - placed.from, 27 * 3_600_000);
 * ```
 */
export function placeFault(
  fault: Fault,
  series: PlaceSeries,
  span: Span,
  taken: readonly Span[],
  random: Random,
  context: FaultContext,
): PlacedFault | undefined {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const duration = uniformInteger(random, ...fault.hours) * HOUR_MS;
    const latest = Math.floor((span.to - span.from - duration) / HOUR_MS);
    if (latest < 0) continue;
    const from = span.from + uniformInteger(random, 0, latest) * HOUR_MS;
    const to = from + duration;
    if (taken.some((other) => from < other.to + MARGIN_MS && other.from < to + MARGIN_MS)) continue;
    const window = { from: firstRowFrom(series, from), to: firstRowFrom(series, to) };
    if (window.from === window.to) continue;
    const { kwh, label } = fault.inject(series, window, random, context);
    const rows: number[] = [];
    for (let row = window.from; row < window.to; row++) if (label[row] === 1) rows.push(row);
    const changed = rows.filter((row) => kwh[row] !== series.kwh[row]).length;
    if (changed === 0 || changed < rows.length / 2) continue;
    return {
      from: series.ts[rows[0]],
      to: series.ts[rows[rows.length - 1]] + series.intervalMs,
      rows,
      kwh: rows.map((row) => kwh[row]),
    };
  }
}
