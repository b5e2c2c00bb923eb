import assert from "node:assert/strict";
import { fromIqrState } from "../detectors/iqr.ts";
import { fromZScoreState } from "../detectors/z_score.ts";
import { fromMaxState } from "../ensembles/combiners/max.ts";
import { fromMeanState } from "../ensembles/combiners/mean.ts";
import { matrix } from "../matrix.ts";
import { readContract } from "./contract.ts";
import { ensembleToOnnx, type ExportableEnsemble } from "./ensemble.ts";
import type { OnnxGraph } from "./graph.ts";
import { openSession } from "./session.ts";

const columns = ["kwh", "change"];

/** Two members whose calibrated scores are a tenth of |kwh| and of what change exceeds 1 by. */
const ensemble: ExportableEnsemble = {
  columns,
  combiner: fromMeanState({ kind: "mean" }),
  members: [
    {
      name: "z_score",
      columns,
      detector: fromZScoreState({
        kind: "z_score",
        columns,
        scaler: { center: [0, 0], inverse: [1, 0], clip: 1e6 },
      }),
      calibration: { knots: [0, 9.5], values: [0, 0.95], width: 9.5 },
    },
    {
      name: "iqr",
      columns,
      detector: fromIqrState({
        kind: "iqr",
        columns,
        lower: [0, 0],
        upper: [0, 1],
        inverse: [0, 1],
      }),
      calibration: { knots: [0, 9.5], values: [0, 0.95], width: 9.5 },
    },
  ],
};

async function score(values: number[], threshold: number, model = ensemble) {
  const session = await openSession(ensembleToOnnx(model, threshold));
  const scores = await session.score(matrix(columns, values));
  await session.close();
  return scores;
}

Deno.test("ensembleToOnnx() averages the calibrated member scores", async () => {
  const { score: mean, memberScores } = await score([0, 1, 2, 0, 4, 3, 19, 1], 0.5);
  const expectedMembers = [0, 0, 0.2, 0, 0.4, 0.2, 0.975, 0];
  const expectedMean = [0, 0.1, 0.3, 0.4875];
  expectedMembers.forEach((value, i) => assert.ok(Math.abs(memberScores[i] - value) < 1e-7));
  expectedMean.forEach((value, i) => assert.ok(Math.abs(mean[i] - value) < 1e-7));
});

Deno.test("ensembleToOnnx() combines the member scores as the combiner says", async () => {
  const highest = { ...ensemble, combiner: fromMaxState({ kind: "max" }) };
  const { score: scores } = await score([0, 1, 2, 0, 4, 9], 0.5, highest);
  [0, 0.2, 0.8].forEach((value, i) => assert.ok(Math.abs(scores[i] - value) < 1e-7));
});

Deno.test("ensembleToOnnx() hands each member the columns it reads, in its order", async () => {
  const reader = (own: string[]) => ({
    name: own.join("_"),
    columns: own,
    // A detector that says 4 · its first column + its last one, in tenths after calibration.
    detector: {
      toOnnx: (graph: OnnxGraph, features: string) =>
        graph.node("MatMul", [
          features,
          graph.double([4, ...own.slice(2).map(() => 0), 1].slice(-own.length), [own.length, 1]),
        ]),
    },
    calibration: { knots: [0, 9.5], values: [0, 0.95], width: 9.5 },
  });
  const model = {
    columns: ["kwh", "change", "hour"],
    combiner: ensemble.combiner,
    members: [["kwh", "change", "hour"], ["hour", "kwh"], ["change"]].map(reader),
  };
  const session = await openSession(ensembleToOnnx(model, 0.5));
  const { memberScores } = await session.score(matrix(model.columns, [0.5, 3, 1.5]));
  await session.close();
  // 4 · 0.5 + 1.5, 4 · 1.5 + 0.5, and 3.
  [0.35, 0.65, 0.3].forEach((value, i) => assert.ok(Math.abs(memberScores[i] - value) < 1e-7));
});

Deno.test("ensembleToOnnx() labels a score at the threshold and above, not just below", async () => {
  const values = [2, 0, 4, 3, 6, 1];
  const [, middle] = (await score(values, 0.5)).score;
  const next = Math.fround(middle * (1 + 2 ** -23));
  assert.deepEqual([...(await score(values, middle)).label], [0, 1, 1]);
  assert.deepEqual([...(await score(values, next)).label], [0, 0, 0]);
});

Deno.test("ensembleToOnnx() writes the contract, the threshold as the float32 in use", () => {
  assert.deepEqual(readContract(ensembleToOnnx(ensemble, 0.9, { version: "1" })), {
    columns,
    members: ["z_score", "iqr"],
    threshold: Math.fround(0.9),
    metadata: { version: "1" },
  });
});

Deno.test("ensembleToOnnx() gives the same bytes for the same ensemble", () => {
  assert.deepEqual(
    ensembleToOnnx(ensemble, 0.5, { a: "1", b: "2" }),
    ensembleToOnnx({ ...ensemble }, 0.5, { b: "2", a: "1" }),
  );
});

Deno.test("ensembleToOnnx() refuses a threshold that is not finite", () => {
  assert.throws(() => ensembleToOnnx(ensemble, NaN), RangeError);
});
