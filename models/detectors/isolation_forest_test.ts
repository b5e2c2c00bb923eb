import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { random } from "../random.ts";
import {
  fromIsolationForestState,
  isolationForest,
  type IsolationForestState,
} from "./isolation_forest.ts";
import reference from "./isolation_forest_reference.json" with { type: "json" };

Deno.test("fromIsolationForestState() scores a scikit-learn forest as scikit-learn does", () => {
  const forest = fromIsolationForestState({ kind: "isolation_forest", ...reference.state });
  const scores = forest.anomalyScores(matrix(["a", "b", "c"], reference.rows.flat()));
  reference.scores.forEach((score, i) => {
    assert.ok(Math.abs(scores[i] - score) < 1e-12, `row ${i}: ${scores[i]} against ${score}`);
  });
});

Deno.test("isolationForest() gives two rows the score 2^(-1)", async () => {
  const x = matrix(["a"], [1, 9]);
  const fitted = await isolationForest().fit(x, { seed: 3 });
  assert.deepEqual([...fitted.anomalyScores(x)], [0.5, 0.5]);
});

Deno.test("isolationForest() gives equal rows the score 0.5, and one row 1", async () => {
  const equal = await isolationForest().fit(matrix(["a"], [4, 4, 4, 4]), { seed: 3 });
  for (const score of equal.anomalyScores(matrix(["a"], [4, 5]))) {
    assert.ok(Math.abs(score - 0.5) < 1e-12, `score of equal rows: ${score}`);
  }
  const single = await isolationForest().fit(matrix(["a"], [4]), { seed: 3 });
  assert.deepEqual([...single.anomalyScores(matrix(["a"], [4, 5]))], [1, 1]);
});

Deno.test("isolationForest() scores a point the lower the denser its place", async () => {
  const draw = random(4);
  const values = Float32Array.from({ length: 2000 }, () => draw() + draw() + draw() + draw() - 2);
  const fitted = await isolationForest().fit(matrix(["a"], values), { seed: 5 });
  const [middle, edge, outside] = fitted.anomalyScores(matrix(["a"], [0, 1.3, 3]));
  assert.ok(middle < 0.5 && edge > middle && outside > edge && outside > 0.7);
});

Deno.test("isolationForest() counts a missing value as the median", async () => {
  const fitted = await isolationForest().fit(
    matrix(["a", "b"], [1, NaN, 2, NaN, NaN, NaN, 9, NaN, 4, NaN]),
    { seed: 3 },
  );
  const [missing, median] = fitted.anomalyScores(matrix(["a", "b"], [NaN, NaN, 3, 0]));
  assert.equal(missing, median);
});

Deno.test("isolationForest() fills gaps from many rows by the median of some, in any order", async () => {
  const rows = 20_000;
  const ranks = Float32Array.from({ length: rows }, (_, row) => row * 7919 % rows / rows);
  const values = ranks.map((rank, row) => row % 5 === 0 ? NaN : rank);
  const fitted = await isolationForest({ trees: 2 }).fit(matrix(["a"], values), { seed: 3 });
  const backwards = await isolationForest({ trees: 2 })
    .fit(matrix(["a"], values.toReversed()), { seed: 3 });
  assert.deepEqual(backwards.toJSON(), fitted.toJSON());
  const [fill] = (fitted.toJSON() as IsolationForestState).fill;
  // Four of five of 4096 values: five standard errors of the rank of their median around 1/2.
  assert.ok(Math.abs(fill - 0.5) < 5 * 0.5 / Math.sqrt(0.8 * 4096), `filled with ${fill}`);
});

Deno.test("fromIsolationForestState() rounds what fills a gap to float32", () => {
  // Halfway between 1 and the next float32, which ties to the even one of the two: 1.
  const state = {
    kind: "isolation_forest",
    columns: ["a"],
    fill: [1 + 2 ** -24],
    sampleSize: 2,
    trees: [{
      feature: [0, -1, -1],
      threshold: [1, 0, 0],
      left: [1, 0, 0],
      right: [2, 0, 0],
      value: [0, 1, 2],
    }],
  } as const;
  const x = matrix(["a"], [NaN, 1, 1 + 2 ** -23]);
  assert.deepEqual([...fromIsolationForestState(state).anomalyScores(x)], [0.5, 0.5, 0.25]);
});

Deno.test("isolationForest() draws no more rows than there are", async () => {
  const fitted = await isolationForest({ trees: 2, sampleSize: 256 })
    .fit(matrix(["a"], [1, 2, 3]), { seed: 3 });
  assert.equal(fromIsolationForestState(JSON.parse(JSON.stringify(fitted))).toJSON().sampleSize, 3);
});

Deno.test("isolationForest() reports every tree and stops when asked to", () => {
  const x = matrix(["a"], [1, 2, 3]);
  const fractions: number[] = [];
  const stop = new AbortController();
  const forest = isolationForest({ trees: 4 });
  assert.throws(() =>
    forest.fit(x, {
      seed: 1,
      signal: stop.signal,
      onProgress(fraction) {
        fractions.push(fraction);
        if (fraction === 0.5) stop.abort();
      },
    }), { name: "AbortError" });
  assert.deepEqual(fractions, [0.25, 0.5]);
});

Deno.test("isolationForest() refuses no trees and samples of one row", () => {
  assert.throws(() => isolationForest({ trees: 0 }), {
    name: "RangeError",
    message:
      "Cannot grow an isolation forest as trees must be a whole number >= 1: current value is 0",
  });
  assert.throws(() => isolationForest({ trees: 1.5 }), RangeError);
  assert.throws(() => isolationForest({ sampleSize: 1 }), RangeError);
});

Deno.test("isolationForest() grows 100 trees of 256 rows unless told otherwise", async () => {
  const x = matrix(["a"], Float32Array.from({ length: 300 }, (_, i) => i));
  const usual = await isolationForest().fit(x, { seed: 1 });
  const told = await isolationForest({ trees: 100, sampleSize: 256 }).fit(x, { seed: 1 });
  assert.deepEqual(usual.toJSON(), told.toJSON());
});
