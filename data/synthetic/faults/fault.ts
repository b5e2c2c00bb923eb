/** The contract of a fault: a labelled defect put on top of a good series. */

import type { Random } from "../random.ts";
import type { MeterLoad } from "./meter_load.ts";

/** The readings of one meter in ascending time; a missing reading is absent or `NaN`. */
export interface FaultSeries {
  /** Start of the interval, epoch milliseconds UTC. */
  readonly ts: Float64Array;
  /** Energy used in the interval. */
  readonly kwh: Float64Array;
}

/** Rows `from` (inclusive) to `to` (exclusive) of a series. */
export interface FaultWindow {
  readonly from: number;
  readonly to: number;
}

/** What a fault may look at besides the series and its window. */
export interface FaultContext {
  /** The meter's ordinary load; it gives magnitudes their size. */
  readonly load: MeterLoad;
  /** Another meter's series, for faults that mix up meters; absent where there is one meter. */
  readonly donor?: FaultSeries;
}

/** A series with a fault in it. */
export interface FaultySeries {
  /** A copy of the readings with the fault. */
  readonly kwh: Float64Array;
  /** 1 where the reading is wrong by the fault, else 0. */
  readonly label: Uint8Array;
}

/** A way in which meters and the equipment behind them go wrong. */
export interface Fault {
  /** The fault's name in lists and reports. */
  readonly name: string;
  /** One sentence: what happens and how large it is. */
  readonly describes: string;
  /** Shortest and longest realistic duration in hours, both included. */
  readonly hours: readonly [number, number];
  /**
   * Puts the fault into rows of a copy of `series`. Readings outside the window, and missing
   * ones, stay as they are with label 0.
   *
   * @throws {RangeError} When the window is empty or leaves the series.
   */
  inject(
    series: FaultSeries,
    window: FaultWindow,
    random: Random,
    context: FaultContext,
  ): FaultySeries;
}
