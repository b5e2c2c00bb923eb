/** How long a true event goes on before it is noticed. */

import type { EventRun } from "../event_runs.ts";
import type { EventRows } from "./event_overlap.ts";
import type { Metric } from "./metric.ts";
import { trueEvents } from "./true_events.ts";

const HOUR_MS = 3_600_000;

/**
 * Hours from the start of a true event to its first row that was reported, the mean over the
 * events of which one was. An event that goes unnoticed has no delay and is left out: read the
 * figure beside event recall. It is `NaN` where no event was noticed.
 *
 * @throws {RangeError} When columns differ in length.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const value = detectionDelay({
 *   meterIds: ["a", "a", "a", "a"],
 *   ts: Float64Array.of(0, 3_600_000, 7_200_000, 10_800_000),
 *   labels: Uint8Array.of(1, 1, 1, 0),
 *   predicted: Uint8Array.of(0, 0, 1, 1),
 * });
 * assert.equal(value, 2);
 * ```
 */
export function detectionDelay(rows: EventRows): number {
  const delays = detectionDelays(rows).filter((delay) => !Number.isNaN(delay));
  return delays.reduce((sum, delay) => sum + delay, 0) / delays.length;
}

/**
 * The delay of each true event in hours, by meter and then time; `NaN` where it went unnoticed.
 *
 * @throws {RangeError} When columns differ in length.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const delays = detectionDelays({
 *   meterIds: ["a", "b"],
 *   ts: Float64Array.of(0, 0),
 *   labels: Uint8Array.of(1, 1),
 *   predicted: Uint8Array.of(0, 1),
 * });
 * assert.deepEqual(delays, [NaN, 0]);
 * ```
 */
export function detectionDelays(rows: EventRows): number[] {
  const { ts, predicted } = rows;
  const first = (event: EventRun) => event.rows.find((row) => predicted[row] === 1);
  return trueEvents(rows).map((event) => {
    const row = first(event);
    return row === undefined ? NaN : (ts[row] - event.start) / HOUR_MS;
  });
}

/** The metric `detection_delay_h`. */
export const detectionDelayMetric: Metric = {
  name: "detection_delay_h",
  unit: "hours",
  better: "lower",
  compute: detectionDelay,
};
