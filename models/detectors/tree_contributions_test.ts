import assert from "node:assert/strict";
import { matrix, selectRows } from "../matrix.ts";
import { gradientBoosting, type GradientBoostingState } from "./gradient_boosting.ts";
import reference from "./gradient_boosting_reference.json" with { type: "json" };
import { sigmoid } from "./log_loss.ts";
import { treeContributions } from "./tree_contributions.ts";

Deno.test("treeContributions() credits each change of value to the column tested there", () => {
  const state: GradientBoostingState = {
    kind: "gradient_boosting",
    columns: ["a", "b", "c"],
    bias: -3,
    trees: [{
      feature: [0, -1, 1, -1, 0, -1, -1],
      threshold: [5, 0, 5, 0, 9, 0, 0],
      missingLeft: [0, 0, 0, 0, 1, 0, 0],
      left: [1, 0, 3, 0, 5, 0, 0],
      right: [2, 0, 4, 0, 6, 0, 0],
      value: [0.5, 0, 1, 2, 4, 8, 16],
    }],
  };
  const x = matrix(["a", "b", "c"], [7, 6, 0, 1, 0, 0, NaN, NaN, 0]);
  const contributions = [0, 1, 2].map((row) => treeContributions(state, x, row));
  // 0.5 → 1 by a, → 4 by b, → 8 by a.
  assert.deepEqual(contributions[0], { bias: -2.5, byColumn: Float64Array.of(4.5, 3, 0) });
  assert.deepEqual(contributions[1], { bias: -2.5, byColumn: Float64Array.of(-0.5, 0, 0) });
  assert.deepEqual(contributions[2], { bias: -2.5, byColumn: Float64Array.of(4.5, 3, 0) });
});

Deno.test("treeContributions() add up to the raw score", async () => {
  const x = matrix(["a", "b", "c", "d", "e"], reference.rows.flat().map((value) => value ?? NaN));
  const fitted = await gradientBoosting({ trees: 30, leafRows: 5 }).fit(x, {
    seed: 7,
    labels: Uint8Array.from(reference.labels),
  });
  const state = fitted.toJSON() as GradientBoostingState;
  const scores = fitted.anomalyScores(x);
  for (let row = 0; row < x.rows; row++) {
    const { bias, byColumn } = treeContributions(state, x, row);
    const raw = byColumn.reduce((total, value) => total + value, bias);
    assert.ok(Math.abs(sigmoid(raw) - scores[row]) < 1e-12, `row ${row}`);
    assert.equal(byColumn[3], 0, "a column that never varied");
  }
});

Deno.test("treeContributions() takes an infinite value for the largest, and no other columns", () => {
  const state: GradientBoostingState = {
    kind: "gradient_boosting",
    columns: ["a"],
    bias: 0,
    trees: [{
      feature: [0, -1, -1],
      threshold: [1, 0, 0],
      missingLeft: [1, 0, 0],
      left: [1, 0, 0],
      right: [2, 0, 0],
      value: [0, -1, 1],
    }],
  };
  const x = matrix(["a"], [Infinity, NaN]);
  assert.deepEqual([...treeContributions(state, x, 0).byColumn], [1]);
  assert.deepEqual([...treeContributions(state, selectRows(x, [1]), 0).byColumn], [-1]);
  assert.throws(() => treeContributions(state, matrix(["b"], [1]), 0), TypeError);
});
