import assert from "node:assert/strict";
import type { ServedModel } from "./deps.ts";
import { releasedResponse } from "./released_response.ts";
import type { ScoredPart } from "./releases/releases.ts";

/** A part of the version with an hour per meter and time. */
function part(version: string, hours: readonly (readonly [string, number])[]): ScoredPart {
  return {
    model: { name: "energy-anomaly", version } as ServedModel,
    hours: hours.map(([meterId, ts]) => ({
      meterId,
      ts,
      kwh: 1,
      expectedKwh: null,
      score: Number(version) / 10,
      label: 0,
      memberScores: {},
      features: new Float32Array(),
      missing: [],
    })),
    events: [],
  };
}

Deno.test("releasedResponse() merges two versions by meter and time, and names the other", () => {
  const sent = [{ meterId: "d", ts: 0, kwh: 1 }];
  const { model, challenger, scores, not_scored } = releasedResponse(
    [
      part("3", [["a", 0], ["a", 10], ["c", 0]]),
      part("4", [["b", 5], ["b", 20]]),
    ],
    sent,
    [],
  ) as ReturnType<typeof releasedResponse> & { challenger: unknown };
  assert.equal(model.version, "3");
  assert.deepEqual(challenger, { name: "energy-anomaly", version: "4", meters: ["b"] });
  assert.deepEqual(scores.map(({ meter, score }) => [meter, score]), [
    ["a", 0.3],
    ["a", 0.3],
    ["b", 0.4],
    ["b", 0.4],
    ["c", 0.3],
  ]);
  assert.deepEqual(not_scored.map(({ meter }) => meter), ["d"]);
});

Deno.test("releasedResponse() names no challenger where the champion answered in its place", () => {
  const champion = part("3", [["a", 0]]);
  const answer = releasedResponse(
    [champion, { ...part("3", [["b", 0]]), model: champion.model }],
    [],
    [],
  );
  assert.equal("challenger" in answer, false);
  assert.equal(answer.scores.length, 2);
});

Deno.test("releasedResponse() tells of whose history something was missing", () => {
  const lacking = { meterId: "a", storedFrom: 0, storedTo: null, hours: 2, features: ["hour"] };
  assert.deepEqual(releasedResponse([part("3", [])], [], [lacking]).missing_history, [{
    meter: "a",
    hours: 2,
    features: ["hour"],
    stored_from: "1970-01-01T00:00:00.000Z",
    stored_to: null,
  }]);
});
