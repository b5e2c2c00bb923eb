import assert from "node:assert/strict";
import { fromIqrState } from "../detectors/iqr.ts";
import { fromZScoreState } from "../detectors/z_score.ts";
import { matrix } from "../matrix.ts";
import { readContract } from "./contract.ts";
import { ensembleToOnnx, type ExportableEnsemble } from "./ensemble.ts";
import { openSession } from "./session.ts";

const columns = ["kwh", "change"];

/** Two members whose calibrated scores are a tenth of |kwh| and of what change exceeds 1 by. */
const ensemble: ExportableEnsemble = {
  columns,
  members: [
    {
      name: "z_score",
      detector: fromZScoreState({
        kind: "z_score",
        columns,
        scaler: { center: [0, 0], inverse: [1, 0], clip: 1e6 },
      }),
      calibration: { knots: [0, 9.5], values: [0, 0.95], width: 9.5 },
    },
    {
      name: "iqr",
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

async function score(values: number[], threshold: number) {
  const session = await openSession(ensembleToOnnx(ensemble, threshold));
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
