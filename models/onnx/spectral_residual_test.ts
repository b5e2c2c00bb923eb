import assert from "node:assert/strict";
import reference from "../detectors/spectral_residual_reference.json" with { type: "json" };
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportSpectralResidual } from "./spectral_residual.ts";

function scoresOf(
  windows: readonly (readonly number[])[],
  smoothing = 3,
  estimated = 5,
): Promise<number[]> {
  const columns = windows[0].map((_, j) => `lag_${windows[0].length - 1 - j}`);
  const state = { kind: "spectral_residual", columns, smoothing, estimated } as const;
  return exportedScores(
    matrix(columns, windows.flat()),
    (graph, features) => exportSpectralResidual(graph, features, state),
  );
}

Deno.test("exportSpectralResidual() scores as the paper's formulas by NumPy", async () => {
  for (const { smoothing, estimated, windows } of reference) {
    const scores = await scoresOf(windows.map(({ values }) => values), smoothing, estimated);
    scores.forEach((score, row) => assert.ok(Math.abs(score - windows[row].score) < 2e-5));
  }
});

Deno.test("exportSpectralResidual() fills gaps and finds nothing in a window without values", async () => {
  const window = [1, 2, 2, 5, 4, 4, 7, 1];
  const gaps = window.with(2, NaN).with(5, NaN);
  const [whole, filled, empty, zeros] = await scoresOf([
    window,
    gaps,
    window.map(() => NaN),
    window.map(() => 0),
  ]);
  assert.equal(filled, whole);
  assert.deepEqual([empty, zeros], [0, 0]);
});
