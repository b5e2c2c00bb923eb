/** The answer of `POST /api/v1/score`. */
import type { Reading } from "../data/mod.ts";
import { unscoredReadings } from "./unscored_readings.ts";
import type { ExplainedEvent, ScoredReading, ServedModel } from "./deps.ts";

const HOUR_MS = 3_600_000;
/** Nothing else keeps a known meter's reading out of the scored hours. */
const NOT_SCORED = "its hour is not whole: every interval of the hour must be known, " +
  "of a meter that is read hourly or more often";

/** Scored hours, by meter and time, and their events. */
export interface ScoredHours {
  readonly hours: readonly ScoredReading[];
  readonly events: readonly ExplainedEvent[];
}

/**
 * Scores and events as JSON: times in ISO 8601 UTC, energies in kWh, snake-case keys.
 *
 * @param model Which model scored.
 * @param readings The scored hours, in the order of the answer.
 * @param sent The readings of the request; those that lie in no scored hour are listed apart.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const answer = scoreResponse({ name: "energy-anomaly", version: "3" }, { hours: [], events: [] }, []);
 * assert.deepEqual(answer.model, { name: "energy-anomaly", version: "3" });
 * ```
 */
export function scoreResponse(
  model: Pick<ServedModel, "name" | "version">,
  { hours, events }: ScoredHours,
  sent: readonly Reading[],
) {
  const iso = isoTimes();
  return {
    model: { name: model.name, version: model.version },
    scores: hours.map((reading) => ({
      meter: reading.meterId,
      ts: iso(reading.ts),
      kwh: reading.kwh,
      expected_kwh: reading.expectedKwh,
      score: reading.score,
      label: reading.label,
      member_scores: reading.memberScores,
      missing: reading.missing,
    })),
    not_scored: unscoredReadings(hours, sent).map(({ meterId, ts }) => ({
      meter: meterId,
      ts: iso(ts),
      reason: NOT_SCORED,
    })),
    events: events.map((event) => ({
      meter: event.meterId,
      start: iso(event.start),
      end: iso(event.end),
      hours: (event.end - event.start) / HOUR_MS,
      peak_score: event.peakScore,
      peak_ts: iso(event.peakTs),
      excess_kwh: event.excessKwh,
      reasons: event.reasons,
    })),
  };
}

/** Writes times; meters share theirs, and writing one anew takes longest of all in an answer. */
function isoTimes(): (ts: number) => string {
  const written = new Map<number, string>();
  return (ts) => {
    const known = written.get(ts);
    if (known !== undefined) return known;
    const text = new Date(ts).toISOString();
    written.set(ts, text);
    return text;
  };
}
