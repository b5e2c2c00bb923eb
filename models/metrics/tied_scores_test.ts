import assert from "node:assert/strict";
import { tiedScores } from "./tied_scores.ts";

Deno.test("tiedScores() counts both classes from the highest score down, infinities included", () => {
  const labels = Uint8Array.of(1, 0, 0, 1, 1, 0);
  const scores = Float64Array.of(-Infinity, 2, Infinity, 2, Infinity, 2);
  assert.deepEqual(tiedScores(labels, scores), {
    anomalous: Float64Array.of(1, 1, 1),
    ordinary: Float64Array.of(1, 2, 0),
    totalAnomalous: 3,
    totalOrdinary: 3,
  });
});

Deno.test("tiedScores() ties 0 with -0", () => {
  assert.equal(tiedScores(Uint8Array.of(1, 0), Float64Array.of(0, -0)).anomalous.length, 1);
});

Deno.test("tiedScores() says which class is missing", () => {
  assert.throws(() => tiedScores(Uint8Array.of(0, 0), Float64Array.of(1, 2)), {
    name: "RangeError",
    message: "Cannot judge a ranking without anomalous rows: none of 2 labels is 1",
  });
  assert.throws(() => tiedScores(Uint8Array.of(1), Float64Array.of(1)), {
    name: "RangeError",
    message: "Cannot judge a ranking without ordinary rows: none of 1 labels is 0",
  });
  assert.throws(() => tiedScores(new Uint8Array(), new Float64Array()), RangeError);
});

Deno.test("tiedScores() refuses NaN, labels beyond 1 and different lengths", () => {
  assert.throws(() => tiedScores(Uint8Array.of(1, 0), Float32Array.of(1, NaN)), {
    name: "RangeError",
    message: "Cannot rank a score that is NaN: score 1",
  });
  assert.throws(() => tiedScores(Uint8Array.of(1, 2), Float32Array.of(1, 1)), {
    name: "RangeError",
    message: "Cannot judge as a label must be 0 or 1: label 1 is 2",
  });
  assert.throws(() => tiedScores(Uint8Array.of(1, 0), Float32Array.of(1)), {
    name: "RangeError",
    message: "Cannot judge 1 scores by 2 labels",
  });
});
