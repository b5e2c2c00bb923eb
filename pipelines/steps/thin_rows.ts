/** Which rows of a series with faults a detector learns from: few of many that are alike. */

/** Hours of one fault at most: a fault of weeks must not outweigh one of an hour. */
const FAULT_HOURS = 10;
/** Of the usual hours of a meter every so many is kept. */
const USUAL_STEP = 10;

/** Labelled hours by meter and time. */
export interface LabelledHours {
  readonly meterIds: readonly string[];
  /** 1 where the hour is wrong. */
  readonly label: Uint8Array;
  /** Number of the fault in whose time the hour lies, else −1. */
  readonly fault: Int32Array;
}

/**
 * The places of the rows to learn from, ascending: of each fault at most ten wrong hours, as far
 * apart as can be, and of each meter every tenth hour outside of faults. Of the hours in the time
 * of a fault that are not wrong themselves none is kept, as their windows show it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const fault = new Int32Array(60).fill(-1, 40);
 * const label = Uint8Array.from(fault, (number) => number + 1);
 * const rows = thinRows({ meterIds: new Array(60).fill("a"), label, fault });
 * assert.deepEqual([...rows], [2, 6, 10, 14, 18, 22, 26, 30, 34, 38, 40, 50]);
 * ```
 */
export function thinRows({ meterIds, label, fault }: LabelledHours): Uint32Array<ArrayBuffer> {
  const wrong = Map.groupBy(label.keys().filter((row) => label[row] === 1), (row) => fault[row]);
  const usual = Map.groupBy(fault.keys().filter((row) => fault[row] < 0), (row) => meterIds[row]);
  const kept = [
    ...wrong.values().flatMap((rows) => spread(rows, Math.min(rows.length, FAULT_HOURS))),
    ...usual.values().flatMap((rows) => rows.filter((_, i) => i % USUAL_STEP === 0)),
  ];
  return Uint32Array.from(kept).sort();
}

function spread(rows: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, i) => rows[Math.floor((i + 0.5) * rows.length / count)]);
}
