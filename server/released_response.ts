/** The answer of `POST /api/v1/score` where a challenger may have scored some of the meters. */
import type { Reading } from "../data/mod.ts";
import type { MissingHistory } from "./missing_history.ts";
import type { ScoredPart } from "./releases/releases.ts";
import { scoreResponse } from "./score_response.ts";

/**
 * The parts as one answer, by meter and time. Where two versions have answered, `model` is the one
 * of the first part, and `challenger` names the other with its meters.
 *
 * @param parts At least one, which have no meter in common.
 * @param sent The readings of the request.
 * @param lacking The meters of whose history something was missing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { hostelDeps } from "./hostel_deps_fixture.ts";
 * await using deps = await hostelDeps();
 * const answer = releasedResponse([{ model: deps.model, hours: [], events: [] }], [], []);
 * assert.deepEqual(answer.model, { name: "energy-anomaly", version: "3" });
 * ```
 */
export function releasedResponse(
  parts: readonly ScoredPart[],
  sent: readonly Reading[],
  lacking: readonly MissingHistory[],
) {
  return { ...scoredParts(parts, sent), missing_history: lacking.map(historyJson) };
}

function scoredParts(parts: readonly ScoredPart[], sent: readonly Reading[]) {
  const [{ model }] = parts;
  if (parts.length === 1) return scoreResponse(model, parts[0], sent);
  const hours = parts.flatMap(({ hours }) => hours).sort(byMeterAndTime(({ ts }) => ts));
  const events = parts.flatMap(({ events }) => events).sort(byMeterAndTime(({ start }) => start));
  const answer = scoreResponse(model, { hours, events }, sent);
  const challenged = parts.find((part) => part.model !== model);
  if (challenged === undefined) return answer;
  const { name, version } = challenged.model;
  const meters = [...new Set(challenged.hours.map(({ meterId }) => meterId))];
  return { ...answer, challenger: { name, version, meters } };
}

function historyJson({ meterId, storedFrom, storedTo, hours, features }: MissingHistory) {
  const [from, to] = [storedFrom, storedTo].map((ts) =>
    ts === null ? null : new Date(ts).toISOString()
  );
  return { meter: meterId, hours, features, stored_from: from, stored_to: to };
}

function byMeterAndTime<Row extends { readonly meterId: string }>(
  time: (row: Row) => number,
): (a: Row, b: Row) => number {
  return (a, b) => a.meterId === b.meterId ? time(a) - time(b) : a.meterId < b.meterId ? -1 : 1;
}
