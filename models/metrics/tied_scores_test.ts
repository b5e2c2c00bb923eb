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

Deno.test("tiedScores() refuses a truth of one class", () => {
  assert.throws(() => tiedScores(Uint8Array.of(0, 0), Float64Array.of(1, 2)), RangeError);
});
