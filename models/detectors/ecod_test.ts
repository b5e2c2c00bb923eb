import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { ecod, fromEcodState } from "./ecod.ts";
import reference from "./ecod_reference.json" with { type: "json" };

const columns = ["a", "b", "c", "d"];

Deno.test("ecod() scores as PyOD's ECOD does when asked for one row at a time", async () => {
  const fitted = await ecod().fit(matrix(columns, reference.train.flat()), { seed: 1 });
  const scores = fitted.anomalyScores(matrix(columns, reference.rows.flat()));
  reference.scores.forEach((score, i) => {
    assert.ok(Math.abs(scores[i] - score) < 1e-9, `row ${i}: ${scores[i]} against ${score}`);
  });
});

Deno.test("ecod() adds up minus the logarithms of the smaller tails", async () => {
  const x = matrix(["a", "b"], [1, 10, 2, 10, 3, 10, 4, 20, 5, 30]);
  const fitted = await ecod().fit(x, { seed: 1 });
  const scores = fitted.anomalyScores(matrix(["a", "b"], [3, 10, 1, 20, 9, 15, -9, 99]));
  const tails = [[4, 4], [2, 3], [1, 3], [1, 1]];
  tails.forEach(([a, b], i) => {
    const expected = -Math.log(a / 6) - Math.log(b / 6);
    assert.ok(Math.abs(scores[i] - expected) < 1e-12, `row ${i}: ${scores[i]}`);
  });
});

Deno.test("ecod() skips missing values in fit and adds nothing for them in scoring", async () => {
  const fitted = await ecod().fit(matrix(["a", "b"], [1, NaN, NaN, NaN, 2, NaN]), { seed: 1 });
  const scores = fitted.anomalyScores(matrix(["a", "b"], [9, 5, NaN, 5, 1, NaN]));
  assert.deepEqual([...scores], [Math.log(3), 0, Math.log(3 / 2)]);
});

Deno.test("ecod() levels off outside the training range", async () => {
  const fitted = await ecod().fit(matrix(["a"], [1, 2, 3, 4, 5, 6, 7]), { seed: 1 });
  const scores = fitted.anomalyScores(matrix(["a"], [0.5, -1e30, Infinity]));
  assert.deepEqual([...scores], [Math.log(8), Math.log(8), Math.log(8)]);
});

Deno.test("fromEcodState() takes a value on a cut to the step below it", () => {
  const tails = [{ rows: 3, cuts: [0, 1], counts: [1, 4, 2] }];
  const fitted = fromEcodState({ kind: "ecod", columns: ["a"], tails });
  const scores = fitted.anomalyScores(matrix(["a"], [0, 2 ** -149, 1, 1 + 2 ** -23]));
  assert.deepEqual([...scores], [Math.log(4), 0, 0, Math.log(2)]);
});

Deno.test("ecod() reports its columns", () => {
  const fractions: number[] = [];
  ecod().fit(matrix(["a", "b"], [1, 2]), { seed: 1, onProgress: (done) => fractions.push(done) });
  assert.deepEqual(fractions, [0.5, 1]);
});
