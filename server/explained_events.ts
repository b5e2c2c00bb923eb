/** The events of scored hours, each with what makes its peak odd. */
import { findEvents, matrix } from "../models/mod.ts";
import { explainHours } from "../pipelines/realtime/mod.ts";
import type { ExplainedEvent, ScoredReading, ServedModel } from "./deps.ts";

const HOUR_MS = 3_600_000;

/**
 * Joins scored hours to events and explains the peak of each.
 *
 * @param hours Scored by that model.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { hostelDeps } from "./hostel_deps_fixture.ts";
 * await using deps = await hostelDeps();
 * assert.deepEqual(await explainedEvents(deps.model, []), []);
 * ```
 */
export async function explainedEvents(
  model: Pick<ServedModel, "columns" | "profile" | "session">,
  hours: readonly ScoredReading[],
): Promise<ExplainedEvent[]> {
  const events = findEvents({
    meterId: hours.map(({ meterId }) => meterId),
    ts: Float64Array.from(hours, ({ ts }) => ts),
    label: Uint8Array.from(hours, ({ label }) => label),
    score: Float32Array.from(hours, ({ score }) => score),
    kwh: Float64Array.from(hours, ({ kwh }) => kwh),
    expectedKwh: Float64Array.from(hours, ({ expectedKwh }) => expectedKwh ?? NaN),
  }, { intervalMs: HOUR_MS });
  const peaks = new Set(events.map(({ meterId, peakTs }) => key(meterId, peakTs)));
  // Hours come by meter and time, and so do events.
  const features = hours.filter(({ meterId, ts }) => peaks.has(key(meterId, ts)))
    .flatMap(({ features }) => [...features]);
  const reasons = await explainHours(model, matrix(model.columns, features));
  return events.map((event, i) => ({ ...event, reasons: reasons[i] }));
}

function key(meterId: string, ts: number): string {
  return `${ts} ${meterId}`;
}
