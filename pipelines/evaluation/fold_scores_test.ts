import assert from "node:assert/strict";
import { calibrate, fitCalibration, quantileThreshold } from "../../models/mod.ts";
import { chancesOf } from "./chances.ts";
import { foldScores } from "./fold_scores.ts";

Deno.test("foldScores() calibrates on the usual hours and labels by the threshold that is chosen", () => {
  const usual = Float64Array.from({ length: 101 }, (_, i) => i);
  const judged = Float64Array.of(-1, 50, 96, 99, 100);
  const { threshold, predicted, calibrated, scores } = foldScores(
    "told",
    "floor",
    { usual, labelled: new Float64Array(), judged },
    { choose: (scores) => quantileThreshold(scores.usual, 0.05), labels: new Uint8Array() },
  );
  // Five of 101 usual hours may be marked: 96 to 100.
  assert.equal(threshold, 96);
  assert.deepEqual([...predicted], [0, 0, 1, 1, 1]);
  assert.deepEqual(scores, judged);
  // One usual hour in two is above 50, one in 100 above 99.
  const expected = [0, 0.95 * Math.log(2) / Math.log(100)];
  expected.forEach((value, i) => assert.ok(Math.abs(calibrated[i] - value) < 1e-12));
  assert.ok(Math.abs(calibrated[3] - 0.95) < 1e-12);
});

Deno.test("foldScores() learns chances from calibrated scores of labelled hours", () => {
  const usual = Float64Array.from({ length: 101 }, (_, i) => i);
  const labelled = Float64Array.of(10, 20, 99, 30, 98, 40);
  const labels = Uint8Array.of(0, 0, 1, 0, 1, 0);
  const judged = Float64Array.of(15, 97);
  const truth = { choose: () => ({ rule: "by hand", value: 50 }), labels };
  const { chances } = foldScores("told", "detector", { usual, labelled, judged }, truth);
  const calibrated = [labelled, judged].map((raw) => calibrate(fitCalibration(usual), raw));
  assert.deepEqual(chances, chancesOf(calibrated[0], labels, calibrated[1]));
  assert.ok(chances![0] < 0.5 && chances![1] > 0.5);
});
