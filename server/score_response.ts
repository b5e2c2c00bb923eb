/** The answer of `POST /api/v1/score`. */
import { type AnomalyEvent, findEvents } from "../models/mod.ts";
import type { ScoredReading, ServedModel } from "./deps.ts";

const HOUR_MS = 3_600_000;

/**
 * Scores and events as JSON: times in ISO 8601 UTC, energies in kWh, snake-case keys.
 *
 * @param model Which model scored.
 * @param readings The scored readings, in the order of the answer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const answer = scoreResponse({ name: "energy-anomaly", version: "3" }, []);
 * assert.deepEqual(answer.model, { name: "energy-anomaly", version: "3" });
 * ```
 */
export function scoreResponse(
  model: Pick<ServedModel, "name" | "version">,
  readings: readonly ScoredReading[],
) {
  return {
    model: { name: model.name, version: model.version },
    scores: readings.map((reading) => ({
      meter: reading.meterId,
      ts: new Date(reading.ts).toISOString(),
      kwh: reading.kwh,
      expected_kwh: reading.expectedKwh,
      score: reading.score,
      label: reading.label,
      member_scores: reading.memberScores,
      missing: reading.missing,
    })),
    events: eventsOf(readings).map((event) => ({
      meter: event.meterId,
      start: new Date(event.start).toISOString(),
      end: new Date(event.end).toISOString(),
      hours: (event.end - event.start) / HOUR_MS,
      peak_score: event.peakScore,
      excess_kwh: event.excessKwh,
    })),
  };
}

function eventsOf(readings: readonly ScoredReading[]): AnomalyEvent[] {
  return findEvents({
    meterId: readings.map(({ meterId }) => meterId),
    ts: Float64Array.from(readings, ({ ts }) => ts),
    label: Uint8Array.from(readings, ({ label }) => label),
    score: Float32Array.from(readings, ({ score }) => score),
    kwh: Float64Array.from(readings, ({ kwh }) => kwh),
    expectedKwh: Float64Array.from(readings, ({ expectedKwh }) => expectedKwh ?? NaN),
  }, { intervalMs: HOUR_MS });
}
