import assert from "node:assert/strict";
import { buildReferenceProfile, matrix } from "../../models/mod.ts";
import { replaceColumns, scoreEffect } from "./replaced_scores.ts";

function scored(score: readonly number[]) {
  return {
    score: Float32Array.from(score),
    label: Uint8Array.from(score, (value) => value >= 0.75 ? 1 : 0),
  };
}

Deno.test("scoreEffect() counts the alerts that a drift added, per meter and week", () => {
  // Eight alerts more in a week of one meter: chance turns 1.96 · √8 of eight.
  const before = scored(Array.from({ length: 168 }, (_, hour) => hour < 10 ? 0.75 : 0.5));
  const after = scored(Array.from({ length: 168 }, (_, hour) => hour < 2 ? 0.75 : 0.5));
  const added = scoreEffect(before, after, 0.75);
  assert.deepEqual([added.effect, added.alerts, added.score], ["alerts", 8, 8 * 0.25 / 168]);
  assert.ok(Math.abs(added.alerts_floor - 1.96 * Math.sqrt(8)) < 1e-12);
  assert.equal(scoreEffect(after, before, 0.75).alerts, -8);
});

Deno.test("scoreEffect() takes three alerts more for chance, and as many each way for none", () => {
  const quiet = new Array<number>(100).fill(0.5);
  const few = scored(quiet.map((value, i) => i < 3 ? 0.75 : value));
  assert.equal(scoreEffect(few, scored(quiet), 0.75).effect, "none");
  const others = scored(quiet.map((value, i) => i >= 50 && i < 60 ? 0.75 : value));
  const some = scored(quiet.map((value, i) => i < 10 ? 0.75 : value));
  assert.deepEqual(
    [scoreEffect(some, others, 0.75).effect, scoreEffect(some, others, 0.75).alerts],
    [
      "none",
      0,
    ],
  );
});

Deno.test("scoreEffect() tells scores that moved below the threshold", () => {
  const low = scored(new Array(100).fill(0.25));
  const high = scored(new Array(100).fill(0.5));
  const { effect, alerts, score, score_floor } = scoreEffect(high, low, 0.75);
  assert.deepEqual([effect, alerts, score, score_floor], ["scores", 0, 0.25, 0.0075]);
});

Deno.test("replaceColumns() undoes the drift of the named columns and leaves the others", () => {
  const usual = matrix(["a", "b"], Array.from({ length: 120 }, (_, i) => (i >> 1) % 10));
  const profile = buildReferenceProfile(usual, Array.from({ length: 60 }, (_, row) => row % 6));
  const drifted = matrix(["a", "b"], usual.values.map((value) => 100 + value));
  const replaced = replaceColumns(drifted, profile, ["b"]);
  assert.deepEqual(
    replaced.values,
    usual.values.map((value, i) => i % 2 === 0 ? 100 + value : value),
  );
});
