/** How often people are called. */

import { eventRuns } from "../event_runs.ts";
import type { EventRows } from "./event_overlap.ts";
import type { Metric } from "./metric.ts";

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

/**
 * Reported events, true or not, per meter and week of judged intervals. Neither much nor little of
 * it is good as such: it is the work that recall costs, and must fit the people who do it.
 *
 * @throws {RangeError} When there are no rows, or columns differ in length.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const hours = Array.from({ length: 2 * 168 }, (_, hour) => hour);
 * const value = alertsPerMeterWeek({
 *   meterIds: hours.map(() => "a"),
 *   ts: Float64Array.from(hours, (hour) => hour * 3_600_000),
 *   labels: new Uint8Array(hours.length),
 *   predicted: Uint8Array.from(hours, (hour) => hour < 10 ? 1 : 0),
 * });
 * assert.equal(value, 1 / 2);
 * ```
 */
export function alertsPerMeterWeek(rows: EventRows): number {
  const { meterIds, ts, predicted, intervalMs = HOUR_MS } = rows;
  if (ts.length === 0) throw new RangeError("Cannot count alerts per meter and week of zero rows");
  const alerts = eventRuns({ meterId: meterIds, ts, label: predicted }, intervalMs).length;
  return alerts / (ts.length * intervalMs / WEEK_MS);
}

/** The metric `alerts_per_meter_week`. */
export const alertsPerMeterWeekMetric: Metric = {
  name: "alerts_per_meter_week",
  unit: "alerts per meter and week",
  better: "neither",
  compute: alertsPerMeterWeek,
};
