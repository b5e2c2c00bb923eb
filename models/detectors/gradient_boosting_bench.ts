import { type Matrix, matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { gradientBoosting, type GradientBoostingState } from "./gradient_boosting.ts";
import { treeContributions } from "./tree_contributions.ts";

interface Labelled {
  readonly x: Matrix;
  readonly labels: Uint8Array;
}

/** Bells with one value in fifty missing; one row in twenty is anomalous, by four columns. */
function labelled(rows: number, width: number): Labelled {
  const draw = random(7);
  const bell = () => 1.7 * (draw() + draw() + draw() + draw() - 2);
  const values = new Float32Array(rows * width);
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * width, (row + 1) * width);
    own.forEach((_, j) => own[j] = bell());
    const odds = 1.5 * own[0] + own[1] * own[2] + 1.2 * Math.abs(own[3]) - 4.5 + bell();
    labels[row] = odds > 0 ? 1 : 0;
    own.forEach((value, j) => own[j] = draw() < 0.02 ? NaN : value);
  }
  return { x: matrix(Array.from({ length: width }, (_, j) => `column_${j}`), values), labels };
}

const some = labelled(50_000, 28);
const many = labelled(500_000, 30);
const fitted = await gradientBoosting().fit(some.x, { seed: 7, labels: some.labels });
const state = fitted.toJSON() as GradientBoostingState;

Deno.bench({
  name: "fit 50,000 rows of 28 columns",
  group: "fit",
  n: 5,
  fn: async () => void await gradientBoosting().fit(some.x, { seed: 7, labels: some.labels }),
});

Deno.bench({
  name: "fit 500,000 rows of 30 columns",
  group: "fit",
  n: 1,
  warmup: 0,
  fn: async () => void await gradientBoosting().fit(many.x, { seed: 7, labels: many.labels }),
});

Deno.bench({
  name: "score 50,000 rows",
  group: "score",
  fn: () => void fitted.anomalyScores(some.x),
});

Deno.bench({
  name: "take the score of one row apart",
  group: "score",
  fn: () => void treeContributions(state, some.x, 0),
});
