import assert from "node:assert/strict";
import { detectors, restoreDetector } from "../detectors/mod.ts";
import { matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { combinerExamples } from "./combiners/combiner_examples_fixture.ts";
import { fromMeanState } from "./combiners/mean.ts";
import { ensembleOf, type EnsembleState, restoreEnsemble } from "./ensemble.ts";
import { type EnsembleMember, fitEnsemble } from "./fit_ensemble.ts";

const members: EnsembleMember[] = [
  { detector: detectors.iqr() },
  { detector: detectors.isolation_forest({ trees: 10 }), columns: ["c", "a"], name: "pair" },
  { detector: detectors.z_score(), columns: ["b"] },
];
const names = ["iqr", "pair", "z_score"];

/** |value| of one column, a tenth of it after calibration. */
function distance(column: string): EnsembleState["members"][number] {
  const scaler = { center: [0], inverse: [1], clip: 9.5 };
  return {
    name: column,
    columns: [column],
    detector: { kind: "z_score", columns: [column], scaler },
    calibration: { knots: [0, 9.5], values: [0, 0.95], width: 1 },
  };
}

function bells(rows: number, seed: number) {
  const draw = random(seed);
  return matrix(
    ["a", "b", "c"],
    Float32Array.from({ length: 3 * rows }, () => draw() + draw() + draw() - 1.5),
  );
}

function assertNear(actual: Float64Array, expected: number[]): void {
  assert.equal(actual.length, expected.length);
  actual.forEach((value, i) =>
    assert.ok(Math.abs(value - expected[i]) < 1e-12, `score ${i} is ${value}, not ${expected[i]}`)
  );
}

for (const combiner of combinerExamples(names)) {
  Deno.test(`restoreEnsemble() scores as the ensemble that was written, with ${combiner.name}`, async () => {
    const heldOut = bells(300, 6);
    const heldOutLabels = Uint8Array.from(
      { length: 300 },
      (_, row) => Math.abs(heldOut.values[3 * row + 1]) > 1 ? 1 : 0,
    );
    const options = { seed: 5, combiner, heldOutLabels };
    const ensemble = await fitEnsemble(bells(300, 7), heldOut, members, options);
    const restored = restoreEnsemble(JSON.parse(JSON.stringify(ensemble)));
    const probe = bells(50, 8);
    assert.deepEqual(restored.memberScores(probe), ensemble.memberScores(probe));
    assert.deepEqual(restored.anomalyScores(probe), ensemble.anomalyScores(probe));
    assert.deepEqual(restored.columns, ["a", "b", "c"]);
    assert.deepEqual(restored.members.map(({ name }) => name), names);
  });
}

Deno.test("restoreEnsemble() keeps the order of the members and gives each its columns", () => {
  const ensemble = restoreEnsemble({
    kind: "ensemble",
    columns: ["a", "b"],
    combiner: { kind: "weighted", weights: [0.75, 0.25] },
    members: [distance("b"), distance("a")],
  });
  const x = matrix(["a", "b"], [1, 4, -2, 0, NaN, 6]);
  assertNear(ensemble.memberScores(x), [0.4, 0.1, 0, 0.2, 0.6, 0]);
  assertNear(ensemble.anomalyScores(x), [0.325, 0.05, 0.45]);
});

Deno.test("ensembleOf() averages members that read the same columns", () => {
  const detector = restoreDetector(distance("a").detector);
  const knots = (last: number) => ({ knots: [0, last], values: [0, 0.95], width: 1 });
  const ensemble = ensembleOf({
    columns: ["a"],
    combiner: fromMeanState({ kind: "mean" }),
    members: [
      { name: "steep", columns: ["a"], detector, calibration: knots(2) },
      { name: "flat", columns: ["a"], detector, calibration: knots(9.5) },
    ],
  });
  const x = matrix(["a"], [1, -2, NaN]);
  assertNear(ensemble.memberScores(x), [0.475, 0.1, 0.95, 0.2, 0, 0]);
  assertNear(ensemble.anomalyScores(x), [0.2875, 0.575, 0]);
});

Deno.test("anomalyScores() of an ensemble refuses other columns and takes zero rows", () => {
  const ensemble = restoreEnsemble({
    kind: "ensemble",
    columns: ["a", "b"],
    combiner: { kind: "max" },
    members: [distance("b"), distance("a")],
  });
  assert.throws(() => ensemble.anomalyScores(matrix(["b", "a"], [])), TypeError);
  assert.equal(ensemble.anomalyScores(matrix(["a", "b"], [])).length, 0);
});
