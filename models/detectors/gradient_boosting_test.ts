import assert from "node:assert/strict";
import { type Matrix, matrix, selectRows } from "../matrix.ts";
import {
  fromGradientBoostingState,
  gradientBoosting,
  type GradientBoostingState,
} from "./gradient_boosting.ts";
import reference from "./gradient_boosting_reference.json" with { type: "json" };

const COLUMNS = ["a", "b", "c", "d", "e"];
/** No chance and no regularisation, so that results can be had by hand. */
const PLAIN = { rowShare: 1, columnShare: 1, l2: 0 };

async function fitState(
  x: Matrix,
  labels: readonly number[],
  options: Parameters<typeof gradientBoosting>[0],
): Promise<GradientBoostingState> {
  const fitted = await gradientBoosting(options).fit(x, {
    seed: 7,
    labels: Uint8Array.from(labels),
  });
  return fitted.toJSON() as GradientBoostingState;
}

Deno.test("gradientBoosting() splits by the columns and gives the scores that LightGBM does", async () => {
  const x = matrix(COLUMNS, reference.rows.flat().map((value) => value ?? NaN));
  for (const { options, raw, splits } of reference.cases) {
    const state = await fitState(x, reference.labels, { ...PLAIN, ...options });
    const columns = state.trees.map(({ feature }) => feature.filter((j) => j >= 0).toSorted());
    assert.deepEqual(columns, splits);
    const scores = fromGradientBoostingState(state).anomalyScores(x);
    raw.forEach((score, row) => {
      const own = Math.log(scores[row] / (1 - scores[row]));
      assert.ok(Math.abs(own - score) < 1e-6, `row ${row}: ${own} against ${score}`);
    });
  }
});

Deno.test("gradientBoosting() gives a tree of one split by hand", async () => {
  const x = matrix(["a"], [1, 2, 3, 4]);
  // Bias 0, gradients ½ and −½, second derivatives ¼: values ∓(1 / (½ + ½)) · ½.
  const options = { ...PLAIN, trees: 1, leaves: 2, leafRows: 2, l2: 0.5, learningRate: 0.5 };
  const state = await fitState(x, [0, 0, 1, 1], options);
  assert.deepEqual(state, {
    kind: "gradient_boosting",
    columns: ["a"],
    bias: 0,
    trees: [{
      feature: [0, -1, -1],
      threshold: [2.5, 0, 0],
      missingLeft: [1, 0, 0],
      left: [1, 0, 0],
      right: [2, 0, 0],
      value: [0, -0.5, 0.5],
    }],
  });
  const scores = fromGradientBoostingState(state).anomalyScores(x);
  const [low, high] = [1 / (1 + Math.exp(0.5)), 1 / (1 + Math.exp(-0.5))];
  assert.deepEqual([...scores], [low, low, high, high]);
});

Deno.test("gradientBoosting() sends missing values where the labels say", async () => {
  const options = { ...PLAIN, trees: 1, leaves: 2, leafRows: 1 };
  const x = matrix(["a"], [1, 1, 2, 2, NaN, NaN]);
  for (const odd of [0, 1]) {
    const labels = [odd, odd, 1 - odd, 1 - odd, 1, 1];
    const state = await fitState(x, labels, options);
    const [one, , two, , missing] = fromGradientBoostingState(state).anomalyScores(x);
    assert.equal(missing, odd === 1 ? one : two);
  }
  const apart = await fitState(x, [0, 0, 0, 0, 1, 1], options);
  const [one, , two, , missing] = fromGradientBoostingState(apart).anomalyScores(x);
  assert.ok(one === two && missing > one);
});

Deno.test("gradientBoosting() sends a value that was never missing with the most rows", async () => {
  const x = matrix(["a"], [1, 1, 2, 2, 2]);
  const state = await fitState(x, [0, 0, 1, 1, 1], { ...PLAIN, trees: 1, leaves: 2, leafRows: 1 });
  const [, two, missing] = fromGradientBoostingState(state).anomalyScores(
    matrix(["a"], [1, 2, NaN]),
  );
  assert.equal(missing, two);
});

Deno.test("gradientBoosting() gives every row the share of anomalous ones where no column tells", async () => {
  const x = matrix(["a"], [5, 5, 5, 5]);
  for (const [labels, share] of [[[0, 0, 0, 1], 0.25], [[0, 0, 0, 0], 0], [[1, 1, 1, 1], 1]]) {
    const state = await fitState(x, labels as number[], { ...PLAIN, leafRows: 1 });
    const [score] = fromGradientBoostingState(state).anomalyScores(matrix(["a"], [9]));
    assert.ok(Math.abs(score - (share as number)) < 1e-12, `${score} of ${share}`);
  }
});

Deno.test("gradientBoosting() scores a row alike where columns are transformed monotonely", async () => {
  const x = matrix(COLUMNS, reference.rows.flat().map((value) => value ?? NaN));
  const cubes = { ...x, values: x.values.map((value) => value ** 3) };
  const options = { ...PLAIN, trees: 5, leafRows: 5, l2: 1 };
  const one = fromGradientBoostingState(await fitState(x, reference.labels, options));
  const other = fromGradientBoostingState(await fitState(cubes, reference.labels, options));
  const expected = one.anomalyScores(x);
  other.anomalyScores(cubes).forEach((score, row) => {
    assert.ok(Math.abs(score - expected[row]) < 1e-9, `row ${row}: ${score}`);
  });
});

Deno.test("gradientBoosting() does not mind the order of rows that differ in the label alone", async () => {
  const x = matrix(["a"], [1, 1, 1, 2, 2, 2]);
  const options = { ...PLAIN, trees: 3, leafRows: 1 };
  const one = await fitState(x, [0, 1, 0, 1, 1, 0], options);
  const other = await fitState(selectRows(x, [3, 4, 5, 0, 1, 2]), [0, 1, 1, 1, 0, 0], options);
  assert.deepEqual(other, one);
});

Deno.test("gradientBoosting() draws rows and columns by the seed", async () => {
  const x = matrix(COLUMNS, reference.rows.flat().map((value) => value ?? NaN));
  const labels = Uint8Array.from(reference.labels);
  const fitted = async (seed: number) => {
    const options = { trees: 6, leaves: 4, leafRows: 5, columnShare: 0.25 };
    return (await gradientBoosting(options).fit(x, { seed, labels })).toJSON();
  };
  const { trees } = await fitted(7) as GradientBoostingState;
  // Four columns vary, so each tree knows one.
  for (const { feature } of trees) assert.ok(new Set(feature.filter((j) => j >= 0)).size <= 1);
  assert.ok(new Set(trees.map(({ feature }) => feature[0])).size > 1);
  assert.deepEqual(await fitted(7), await fitted(7));
  assert.notDeepEqual(await fitted(8), await fitted(7));
});

Deno.test("gradientBoosting() reports every tree and stops when asked to", async () => {
  const fractions: number[] = [];
  const stop = new AbortController();
  const labels = Uint8Array.of(0, 1);
  const fit = gradientBoosting({ ...PLAIN, trees: 4, leafRows: 1 }).fit(matrix(["a"], [1, 2]), {
    seed: 1,
    labels,
    signal: stop.signal,
    onProgress(fraction) {
      fractions.push(fraction);
      if (fraction === 0.5) stop.abort();
    },
  });
  await assert.rejects(async () => await fit, { name: "AbortError" });
  assert.deepEqual(fractions, [0.25, 0.5]);
});

Deno.test("gradientBoosting() refuses choices out of range", () => {
  assert.throws(() => gradientBoosting({ trees: 0 }), {
    name: "RangeError",
    message: "Cannot fit gradient boosting as trees must be a whole number >= 1: " +
      "current value is 0",
  });
  assert.throws(() => gradientBoosting({ leaves: 1 }), RangeError);
  assert.throws(() => gradientBoosting({ leafRows: 0.5 }), RangeError);
  assert.throws(() => gradientBoosting({ learningRate: 0 }), {
    name: "RangeError",
    message: "Cannot fit gradient boosting as learningRate must lie in (0, 1]: current value is 0",
  });
  assert.throws(() => gradientBoosting({ rowShare: 1.5 }), {
    name: "RangeError",
    message: "Cannot fit gradient boosting as rowShare must lie in (0, 1]: current value is 1.5",
  });
  assert.throws(() => gradientBoosting({ columnShare: NaN }), RangeError);
  assert.throws(() => gradientBoosting({ l2: -1 }), {
    name: "RangeError",
    message: "Cannot fit gradient boosting as l2 must be finite and >= 0: current value is -1",
  });
});
