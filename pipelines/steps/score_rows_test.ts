import assert from "node:assert/strict";
import { detectors, ensembleToOnnx, fitEnsemble, floors, matrix } from "../../models/mod.ts";
import { openSession } from "../../models/onnx/session.ts";
import { scoreRows } from "./score_rows.ts";

const columns = ["residual_week", "change_168h"];
const train = matrix(columns, Array.from({ length: 400 }, (_, i) => Math.sin(i) * (1 + i % 7)));
const x = matrix(columns, [0.1, 0.2, -9, 3, NaN, -0.5, 2, NaN]);

async function scored(seed: number, onProgress?: (fraction: number) => void) {
  const ensemble = await fitEnsemble(train, train, [{ detector: detectors.z_score() }, {
    detector: detectors.iqr(),
  }], {
    seed: 1,
  });
  const session = await openSession(ensembleToOnnx(ensemble, 0.5));
  const scores = await scoreRows(session, x, seed, onProgress);
  await session.close();
  return { ensemble, scores };
}

Deno.test("scoreRows() gives the ensemble and each of its members", async () => {
  const { ensemble, scores } = await scored(1);
  assert.deepEqual(Object.keys(scores.members), ["z_score", "iqr"]);
  const [z, iqr] = Object.values(scores.members);
  const expected = ensemble.memberScores(x);
  for (let row = 0; row < 4; row++) {
    assert.ok(Math.abs(z[row] - expected[2 * row]) < 1e-6);
    assert.ok(Math.abs(iqr[row] - expected[2 * row + 1]) < 1e-6);
    assert.ok(Math.abs(scores.ensemble[row] - (z[row] + iqr[row]) / 2) < 1e-6);
  }
  assert.ok(scores.ensemble[1] > scores.ensemble[0]);
});

Deno.test("scoreRows() gives every floor, the random one by the seed", async () => {
  const { scores } = await scored(1);
  assert.deepEqual(Object.keys(scores.floors), Object.keys(floors));
  assert.deepEqual([...scores.floors.constant], [0, 0, 0, 0]);
  assert.deepEqual([...scores.floors.seasonal_naive], [Math.fround(0.2), 3, 0.5, 0]);
  assert.deepEqual((await scored(1)).scores.floors.random, scores.floors.random);
  assert.notDeepEqual((await scored(2)).scores.floors.random, scores.floors.random);
});

Deno.test("scoreRows() reports its progress to the end", async () => {
  const progress: number[] = [];
  await scored(1, (fraction) => progress.push(fraction));
  assert.equal(progress.at(-1), 1);
});
