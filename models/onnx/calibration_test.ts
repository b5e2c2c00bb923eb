import assert from "node:assert/strict";
import type { Calibration } from "../ensembles/calibration.ts";
import { matrix } from "../matrix.ts";
import { exportCalibration, exportRamps } from "./calibration.ts";
import { exportedScores } from "./exported_scores.ts";

function calibrated(raw: number[], calibration: Calibration): Promise<number[]> {
  return exportedScores(
    matrix(["raw"], raw),
    (graph, scores) => exportCalibration(graph, scores, calibration),
  );
}

Deno.test("exportCalibration() is 0 up to the first knot and linear between knots", async () => {
  const calibration = { knots: [1, 2, 4], values: [0, 0.5, 0.95], width: 2 };
  assert.deepEqual(
    await calibrated([-1e30, 0, 1, 1.5, 2, 3, 4], calibration),
    [0, 0, 0, 0.25, 0.5, 0.725, 0.95],
  );
});

Deno.test("exportCalibration() climbs from 0.95 to 1 above the last knot", async () => {
  const calibration = { knots: [1, 2, 4], values: [0, 0.5, 0.95], width: 2 };
  // 0.95 + 0.05 · (1 − 1 / 2), then · (1 − 1 / 5).
  assert.deepEqual(await calibrated([6, 12, 1e30], calibration), [0.975, 0.99, 1]);
});

Deno.test("exportCalibration() takes two knots and negative scores", async () => {
  const calibration = { knots: [-3, -1], values: [0, 0.95], width: 2 };
  assert.deepEqual(await calibrated([-4, -3, -2, -1, 1], calibration), [0, 0, 0.475, 0.95, 0.975]);
});

Deno.test("exportRamps() climbs from 0 by the rises between the knots", async () => {
  const steps = { knots: [1, 2, 4], values: [0.5, 0.75, 1.75] };
  const climbed = await exportedScores(
    matrix(["raw"], [-3, 1, 1.5, 2, 3, 4, 9]),
    (graph, scores) => exportRamps(graph, scores, steps),
  );
  assert.deepEqual(climbed, [0, 0, 0.125, 0.25, 0.75, 1.25, 1.25]);
});
