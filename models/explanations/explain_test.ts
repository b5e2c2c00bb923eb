import assert from "node:assert/strict";
import { fromWeightedState } from "../ensembles/combiners/weighted.ts";
import { ensembleOf, type FittedEnsemble } from "../ensembles/ensemble.ts";
import { fromZScoreState } from "../detectors/z_score.ts";
import { matrix, selectRows } from "../matrix.ts";
import { ensembleToOnnx } from "../onnx/ensemble.ts";
import { openSession } from "../onnx/session.ts";
import { explain, type ExplainableScorer } from "./explain.ts";

const columns = ["kwh", "change", "hour"];

/** A tenth of |value| per column; 3/4 of the word has kwh, 1/4 change, none hour. */
const additive = ensembleOf({
  columns,
  combiner: fromWeightedState({ kind: "weighted", weights: [0.75, 0.25] }),
  members: columns.slice(0, 2).map((column) => ({
    name: column,
    columns: [column],
    detector: fromZScoreState({
      kind: "z_score",
      columns: [column],
      scaler: { center: [0], inverse: [1], clip: 9.5 },
    }),
    calibration: { knots: [0, 9.5], values: [0, 0.95], width: 1 },
  })),
});

function scorerOf(ensemble: FittedEnsemble): ExplainableScorer {
  return {
    columns: ensemble.columns,
    members: ensemble.members.map(({ name }) => name),
    score: (x) =>
      Promise.resolve({
        score: ensemble.anomalyScores(x),
        memberScores: ensemble.memberScores(x),
      }),
  };
}

function close(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} instead of ${expected}`);
}

Deno.test("explain() finds the share of each feature where scores add up", async () => {
  const x = matrix(columns, [6, -4, 3, 1, 8, 5]);
  const reference = [2, 0, 12];
  const [first, second] = await explain(scorerOf(additive), x, reference);
  close(first.score, 0.55);
  // 3/4 · (0.6 − 0.2), 1/4 · 0.4, 0.
  [0.3, 0.1, 0].forEach((drop, j) => close(first.features[j].drop, drop));
  // kwh is more usual than its reference: 3/4 · (0.1 − 0.2).
  [-0.075, 0.2, 0].forEach((drop, j) => close(second.features[j].drop, drop));
  assert.deepEqual(
    first.features.map(({ column, value, reference }) => [column, value, reference]),
    [["kwh", 6, 2], ["change", -4, 0], ["hour", 3, 12]],
  );
});

Deno.test("explain() tells what each member says of each row", async () => {
  const x = matrix(columns, [6, -4, 3, 1, 8, 5]);
  const explanations = await explain(scorerOf(additive), x, [0, 0, 0]);
  const members = explanations.map(({ members }) => members);
  assert.deepEqual(members.map((row) => row.map(({ name }) => name)), [
    ["kwh", "change"],
    ["kwh", "change"],
  ]);
  [[0.6, 0.4], [0.1, 0.8]].forEach((row, i) =>
    row.forEach((score, m) => close(members[i][m].score, score))
  );
});

Deno.test("explain() takes a missing value for one to be replaced, and a missing reference", async () => {
  const [{ features }] = await explain(
    scorerOf(additive),
    matrix(columns, [NaN, 4, 0]),
    [2, NaN, 0],
  );
  // z-scores take a missing value for the mean: kwh would score 0.2, change 0.
  [-0.15, 0.1, 0].forEach((drop, j) => close(features[j].drop, drop));
  assert.ok(Number.isNaN(features[0].value) && Number.isNaN(features[1].reference));
});

Deno.test("explain() explains the served model, a row alike alone and among others", async () => {
  const session = await openSession(ensembleToOnnx(additive, 0.5));
  const x = matrix(columns, [6, -4, 3, 1, 8, 5]);
  const both = await explain(session, x, [2, 0, 12]);
  [0.3, 0.1, 0].forEach((drop, j) => close(both[0].features[j].drop, drop));
  assert.deepEqual(await explain(session, selectRows(x, [1]), [2, 0, 12]), [both[1]]);
  await session.close();
});

Deno.test("explain() refuses other columns and another number of references", async () => {
  const scorer = scorerOf(additive);
  await assert.rejects(explain(scorer, matrix(["kwh"], [1]), [1]), TypeError);
  await assert.rejects(explain(scorer, matrix(columns, [1, 2, 3]), [1, 2]), {
    name: "RangeError",
    message: "Cannot explain rows: expected 3 reference values, got 2",
  });
  assert.deepEqual(await explain(scorer, matrix(columns, []), [1, 2, 3]), []);
});
