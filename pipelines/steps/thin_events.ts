/** Which labelled rows a detector learns from, so that no fault is heard above the others. */
import { eventRuns } from "../../models/mod.ts";

const HOUR_MS = 3_600_000;
/** Hours of one event at most: a fault of weeks must not outweigh one of an hour. */
const EVENT_HOURS = 24;

/** Labelled hours as columns. */
export interface LabelledHours {
  readonly meterIds: readonly string[];
  /** Epoch milliseconds. */
  readonly ts: Float64Array;
  /** 1 where the hour is anomalous. */
  readonly label: Uint8Array;
}

/**
 * The places of the rows to learn from, ascending: every usual hour, and of an event of more than
 * 24 hours that many, as far apart as can be. What is left out of an event is no usual hour either.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const ts = Float64Array.from({ length: 50 }, (_, hour) => hour * 3_600_000);
 * const label = Uint8Array.from(ts, (_, hour) => hour < 48 ? 1 : 0);
 * const rows = thinEvents({ meterIds: new Array(50).fill("a"), ts, label });
 * assert.deepEqual([...rows.slice(0, 3), ...rows.slice(-2)], [1, 3, 5, 48, 49]);
 * ```
 */
export function thinEvents({ meterIds, ts, label }: LabelledHours): Uint32Array<ArrayBuffer> {
  const events = eventRuns({ meterId: meterIds, ts, label }, HOUR_MS);
  const kept = new Set(events.flatMap(({ rows }) =>
    rows.length <= EVENT_HOURS ? rows : Array.from(
      { length: EVENT_HOURS },
      (_, i) => rows[Math.floor((i + 0.5) * rows.length / EVENT_HOURS)],
    )
  ));
  return Uint32Array.from(label.keys().filter((row) => label[row] === 0 || kept.has(row)));
}
