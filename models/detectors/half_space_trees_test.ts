import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { random } from "../random.ts";
import {
  fromHalfSpaceTreesState,
  halfSpaceTrees,
  type HalfSpaceTreesState,
} from "./half_space_trees.ts";

function bells(rows: number): Float32Array {
  const draw = random(4);
  return Float32Array.from({ length: rows }, () => draw() + draw() + draw() + draw() - 2);
}

Deno.test("fromHalfSpaceTreesState() is rows over rows plus the mean mass", () => {
  const fitted = fromHalfSpaceTreesState({
    kind: "half_space_trees",
    columns: ["a", "b"],
    fill: [0, 9],
    rows: 6,
    trees: [
      {
        feature: [0, -1, -1],
        threshold: [1, 0, 0],
        left: [1, 0, 0],
        right: [2, 0, 0],
        value: [0, 12, 0],
      },
      {
        feature: [1, -1, -1],
        threshold: [5, 0, 0],
        left: [1, 0, 0],
        right: [2, 0, 0],
        value: [0, 8, 4],
      },
    ],
  });
  // Mean masses 10, 0 + 2, 6 + 2 with the gap filled by 9.
  const scores = fitted.anomalyScores(matrix(["a", "b"], [1, 5, 2, 6, 0, NaN]));
  assert.deepEqual([...scores], [6 / 16, 6 / 8, 6 / 14]);
});

Deno.test("halfSpaceTrees() scores a point the lower the denser its place", async () => {
  const fitted = await halfSpaceTrees().fit(matrix(["a"], bells(2000)), { seed: 5 });
  const [middle, edge, outside] = fitted.anomalyScores(matrix(["a"], [0, 1.3, 9]));
  assert.ok(middle < 0.5 && edge > middle && outside > edge, `${middle} ${edge}`);
  assert.ok(outside > 0.95 && outside <= 1, `${outside}`);
});

Deno.test("halfSpaceTrees() with one cut tells the sides of the cut apart", async () => {
  const x = matrix(["a"], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const fitted = await halfSpaceTrees({ trees: 1, depth: 1 }).fit(x, { seed: 2 });
  const { trees: [tree] }: HalfSpaceTreesState = JSON.parse(JSON.stringify(fitted));
  const below = x.values.filter((value) => value <= tree.threshold[0]).length;
  assert.ok(below > 0 && below < 10, `${below} rows below the cut`);
  const scores = fitted.anomalyScores(matrix(["a"], [-99, 99]));
  assert.deepEqual([...scores], [below, 10 - below].map((count) => 10 / (10 + 2 * count)));
});

Deno.test("halfSpaceTrees() counts a missing value as the median", async () => {
  const x = matrix(["a", "b"], [1, NaN, 2, NaN, NaN, NaN, 9, NaN, 4, NaN]);
  const fitted = await halfSpaceTrees().fit(x, { seed: 3 });
  const [missing, median] = fitted.anomalyScores(matrix(["a", "b"], [NaN, NaN, 3, 0]));
  assert.equal(missing, median);
});

Deno.test("halfSpaceTrees() of equal rows hears what differs", async () => {
  const fitted = await halfSpaceTrees().fit(matrix(["a"], [4, 4, 4, 4]), { seed: 3 });
  const [same, other] = fitted.anomalyScores(matrix(["a"], [4, 9]));
  assert.ok(same < 1e-3 && other === 1, `${same} ${other}`);
});

Deno.test("halfSpaceTrees() reports every tree and stops when asked to", () => {
  const fractions: number[] = [];
  const stop = new AbortController();
  assert.throws(() =>
    halfSpaceTrees({ trees: 4 }).fit(matrix(["a"], [1, 2, 3]), {
      seed: 1,
      signal: stop.signal,
      onProgress(fraction) {
        fractions.push(fraction);
        if (fraction === 0.5) stop.abort();
      },
    }), { name: "AbortError" });
  assert.deepEqual(fractions, [0.25, 0.5]);
});

Deno.test("halfSpaceTrees() takes the paper's numbers unless told otherwise", async () => {
  const x = matrix(["a"], bells(300));
  const usual = await halfSpaceTrees().fit(x, { seed: 1 });
  const told = await halfSpaceTrees({ trees: 25, depth: 15, sizeLimit: 0.1 }).fit(x, { seed: 1 });
  assert.deepEqual(usual.toJSON(), told.toJSON());
});

Deno.test("halfSpaceTrees() refuses no trees, no or too many cuts, and a limit that is no share", () => {
  assert.throws(() => halfSpaceTrees({ trees: 0 }), {
    name: "RangeError",
    message:
      "Cannot grow half-space trees as trees must be a whole number >= 1: current value is 0",
  });
  assert.throws(() => halfSpaceTrees({ depth: 21 }), {
    name: "RangeError",
    message: "Cannot grow half-space trees as depth must be at most 20: current value is 21",
  });
  assert.throws(() => halfSpaceTrees({ depth: 0 }), RangeError);
  assert.throws(() => halfSpaceTrees({ sizeLimit: 1 }), RangeError);
});
