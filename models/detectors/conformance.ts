/** What every detector must do: the suite each member of the family runs. */

import assert from "node:assert/strict";
import { type Matrix, matrix, selectRows } from "../matrix.ts";
import { random } from "../random.ts";
import type { Detector, FitContext, FittedDetector } from "./detector.ts";
import { type DetectorState, restoreDetector } from "./mod.ts";
import { LARGEST } from "./scoring_rows.ts";

const COLUMNS = ["a", "b", "c"];
const SEED = 7;
/** Far from every usual row in all columns. */
const OUTLIERS = [9, -90, 0.9, -7, 70, 0.7, 8, 80, -0.8];

/** A promise a detector keeps, and the check of it. */
export interface Criterion {
  readonly name: string;
  check(detector: Detector): Promise<void>;
}

/** The criteria in order. The check throws an AssertionError where a detector falls short. */
export const criteria: readonly Criterion[] = [
  { name: "scores planted outliers above usual rows", check: ranksOutliers },
  {
    name: "gives one finite score per row, also where values are missing, huge or infinite",
    check: finite,
  },
  { name: "gives the same bytes for the same seed", check: repeats },
  { name: "does not depend on the order of the training rows", check: ignoresOrder },
  { name: "scores the same after a round trip through JSON", check: survivesJson },
  { name: "scores a row the same alone and among others", check: scoresRowByRow },
  { name: "leaves its input as it was", check: leavesInput },
  { name: "refuses columns other than the fitted ones", check: refusesColumns },
  { name: "refuses zero rows and infinite values in fit", check: refusesRows },
  { name: "fits one row, equal rows, and columns that are constant or empty", check: degenerate },
  { name: "says that the fit is done, and never goes back", check: reports },
  { name: "does not start a fit that is already aborted", check: aborts },
  { name: "does not go on with a fit once it is aborted", check: stops },
];

async function ranksOutliers(detector: Detector): Promise<void> {
  const fitted = await detector.fit(usualRows(600, 1), { seed: SEED });
  const usual = fitted.anomalyScores(usualRows(200, 2));
  const outliers = fitted.anomalyScores(matrix(COLUMNS, OUTLIERS));
  const worst = Math.max(...usual);
  for (const score of outliers) {
    assert.ok(score > worst, `outlier at ${score}, a usual row at ${worst}`);
  }
}

async function finite(detector: Detector): Promise<void> {
  const rows = [[1e30, 0, 0], [-1e30, 1e30, -1e30], [NaN, 1, 0], [NaN, NaN, NaN], [-0, 0, 1e-45]];
  const x = matrix(COLUMNS, rows.flat());
  const fitted = await detector.fit(withGaps(usualRows(300, 3)), { seed: SEED });
  const scores = fitted.anomalyScores(x);
  assert.equal(scores.length, rows.length);
  assert.ok(scores.every(Number.isFinite), `scores: ${scores}`);
  const [infinite, largest] = [Infinity, LARGEST].map((end) =>
    fitted.anomalyScores(matrix(COLUMNS, [end, 0, 0, 1, -end, NaN, end, end, end]))
  );
  assert.deepEqual(infinite, largest);
  assert.equal((await fitUsual(detector)).anomalyScores(matrix(COLUMNS, [])).length, 0);
}

async function repeats(detector: Detector): Promise<void> {
  assert.equal(JSON.stringify(await fitUsual(detector)), JSON.stringify(await fitUsual(detector)));
}

async function ignoresOrder(detector: Detector): Promise<void> {
  const x = withGaps(usualRows(500, 4));
  const backwards = selectRows(x, Uint32Array.from({ length: x.rows }, (_, i) => x.rows - 1 - i));
  const one = await detector.fit(x, { seed: SEED });
  const other = await detector.fit(backwards, { seed: SEED });
  assert.equal(JSON.stringify(other), JSON.stringify(one));
}

async function survivesJson(detector: Detector): Promise<void> {
  const fitted = await fitUsual(detector);
  const state: DetectorState = JSON.parse(JSON.stringify(fitted));
  const restored = restoreDetector(state);
  const x = matrix(COLUMNS, [...withGaps(usualRows(100, 5)).values, ...OUTLIERS]);
  assert.equal(restored.name, detector.name);
  assert.equal(fitted.name, detector.name);
  assert.deepEqual(restored.anomalyScores(x), fitted.anomalyScores(x));
}

async function scoresRowByRow(detector: Detector): Promise<void> {
  const fitted = await fitUsual(detector);
  const x = withGaps(usualRows(150, 6));
  const alone = Array.from(
    { length: x.rows },
    (_, row) => fitted.anomalyScores(selectRows(x, [row]))[0],
  );
  assert.deepEqual([...fitted.anomalyScores(x)], alone);
}

async function leavesInput(detector: Detector): Promise<void> {
  const x = withGaps(usualRows(100, 7));
  const before = x.values.slice();
  (await detector.fit(x, { seed: SEED })).anomalyScores(x);
  assert.deepEqual(x.values, before);
}

async function refusesColumns(detector: Detector): Promise<void> {
  const fitted = await fitUsual(detector);
  for (const columns of [["b", "a", "c"], ["a", "b"], ["a", "b", "c", "d"]]) {
    assert.throws(() => fitted.anomalyScores(matrix(columns, [])), TypeError);
  }
}

async function refusesRows(detector: Detector): Promise<void> {
  for (const values of [[], [1, 2, Infinity]]) {
    await assert.rejects(fit(detector, matrix(COLUMNS, values)), RangeError);
  }
}

async function degenerate(detector: Detector): Promise<void> {
  const cases = {
    "one row": [1, 2, 3],
    "equal rows": [1, 2, 3, 1, 2, 3, 1, 2, 3],
    "a constant and an empty column": [1, 5, NaN, 2, 5, NaN, 3, 5, NaN],
    "nothing but gaps": [NaN, NaN, NaN, NaN, NaN, NaN],
  };
  for (const [name, values] of Object.entries(cases)) {
    const x = matrix(COLUMNS, values);
    const scores = (await detector.fit(x, { seed: SEED })).anomalyScores(
      matrix(COLUMNS, [...values, 7, 8, 9, NaN, NaN, NaN]),
    );
    assert.ok(scores.every(Number.isFinite), `${name}: ${scores}`);
  }
}

async function reports(detector: Detector): Promise<void> {
  const fractions: number[] = [];
  const onProgress = (fraction: number) => fractions.push(fraction);
  await detector.fit(usualRows(50, 8), { seed: SEED, onProgress });
  assert.deepEqual(fractions, fractions.toSorted((a, b) => a - b));
  assert.equal(fractions.at(-1), 1);
}

async function aborts(detector: Detector): Promise<void> {
  const context = { seed: SEED, signal: AbortSignal.abort() };
  await assert.rejects(fit(detector, usualRows(50, 9), context), { name: "AbortError" });
}

async function stops(detector: Detector): Promise<void> {
  const stop = new AbortController();
  const fractions: number[] = [];
  const context: FitContext = {
    seed: SEED,
    signal: stop.signal,
    onProgress(fraction) {
      fractions.push(fraction);
      stop.abort();
    },
  };
  const outcome = await fit(detector, usualRows(50, 9), context).then(() => undefined, (e) => e);
  assert.equal(fractions.length, 1, `went on to ${fractions}`);
  // What is done with its first report has nothing left to stop.
  if (fractions[0] < 1) assert.equal(outcome?.name, "AbortError");
}

function fitUsual(detector: Detector): Promise<FittedDetector> {
  return fit(detector, usualRows(300, 10));
}

/** A fit whose error rejects, whether the detector fits at once or later. */
async function fit(
  detector: Detector,
  x: Matrix,
  context: FitContext = { seed: SEED },
): Promise<FittedDetector> {
  return await detector.fit(x, context);
}

/** Three columns of very different scale, each a bell of four uniform draws. */
function usualRows(rows: number, seed: number): Matrix {
  const draw = random(seed);
  const bell = () => draw() + draw() + draw() + draw() - 2;
  const values = Float32Array.from({ length: rows * 3 }, (_, i) => bell() * [1, 10, 0.1][i % 3]);
  return matrix(COLUMNS, values);
}

/** The rows with every seventh value missing. */
function withGaps(x: Matrix): Matrix {
  return { ...x, values: x.values.map((value, at) => at % 7 === 0 ? NaN : value) };
}
