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
/** No usual row is that far out in the first column, every outlier is. */
const LEAST_OUTLIER = 5;
/** Labelled outliers a supervised detector learns from: it cannot know what it never saw. */
const LABELLED = 30;

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
  const fitted = await fit(detector, trainingRows(detector));
  const usual = fitted.anomalyScores(usualRows(detector, 200, 2));
  const outliers = fitted.anomalyScores(rowsOf(detector, OUTLIERS));
  const worst = Math.max(...usual);
  for (const score of outliers) {
    assert.ok(score > worst, `outlier at ${score}, a usual row at ${worst}`);
  }
}

async function finite(detector: Detector): Promise<void> {
  const rows = [[1e30, 0, 0], [-1e30, 1e30, -1e30], [NaN, 1, 0], [NaN, NaN, NaN], [-0, 0, 1e-45]];
  const x = rowsOf(detector, rows.flat());
  const fitted = await fit(detector, withGaps(usualRows(detector, 300, 3)));
  const scores = fitted.anomalyScores(x);
  assert.equal(scores.length, rows.length);
  assert.ok(scores.every(Number.isFinite), `scores: ${scores}`);
  const [infinite, largest] = [Infinity, LARGEST].map((end) =>
    fitted.anomalyScores(rowsOf(detector, [end, 0, 0, 1, -end, NaN, end, end, end]))
  );
  assert.deepEqual(infinite, largest);
  assert.equal((await fitUsual(detector)).anomalyScores(rowsOf(detector, [])).length, 0);
}

async function repeats(detector: Detector): Promise<void> {
  assert.equal(JSON.stringify(await fitUsual(detector)), JSON.stringify(await fitUsual(detector)));
}

async function ignoresOrder(detector: Detector): Promise<void> {
  const x = withGaps(usualRows(detector, 500, 4));
  const backwards = selectRows(x, Uint32Array.from({ length: x.rows }, (_, i) => x.rows - 1 - i));
  const one = await fit(detector, x);
  const other = await fit(detector, backwards);
  assert.equal(JSON.stringify(other), JSON.stringify(one));
}

async function survivesJson(detector: Detector): Promise<void> {
  const fitted = await fitUsual(detector);
  const state: DetectorState = JSON.parse(JSON.stringify(fitted));
  const restored = restoreDetector(state);
  const x = joined(withGaps(usualRows(detector, 100, 5)), rowsOf(detector, OUTLIERS));
  assert.equal(restored.name, detector.name);
  assert.equal(fitted.name, detector.name);
  assert.deepEqual(restored.anomalyScores(x), fitted.anomalyScores(x));
}

async function scoresRowByRow(detector: Detector): Promise<void> {
  const fitted = await fitUsual(detector);
  const x = withGaps(usualRows(detector, 150, 6));
  const alone = Array.from(
    { length: x.rows },
    (_, row) => fitted.anomalyScores(selectRows(x, [row]))[0],
  );
  assert.deepEqual([...fitted.anomalyScores(x)], alone);
}

async function leavesInput(detector: Detector): Promise<void> {
  const x = withGaps(usualRows(detector, 100, 7));
  const before = x.values.slice();
  (await fit(detector, x)).anomalyScores(x);
  assert.deepEqual(x.values, before);
}

async function refusesColumns(detector: Detector): Promise<void> {
  const fitted = await fitUsual(detector);
  const own = columnsOf(detector);
  const swapped = [own[1], own[0], ...own.slice(2)];
  for (const columns of [swapped, own.slice(0, -1), [...own, "d"]]) {
    assert.throws(() => fitted.anomalyScores(matrix(columns, [])), TypeError);
  }
}

async function refusesRows(detector: Detector): Promise<void> {
  for (const values of [[], [1, 2, Infinity]]) {
    await assert.rejects(fit(detector, rowsOf(detector, values)), RangeError);
  }
  const x = usualRows(detector, 50, 8);
  for (const lacking of detector.requires ?? []) {
    const columns = x.columns.map((name) => name === lacking ? "another" : name);
    await assert.rejects(fit(detector, { ...x, columns }), RangeError);
  }
  if (detector.supervised) {
    await assert.rejects(async () => await detector.fit(x, { seed: SEED }), RangeError);
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
    const scores = (await fit(detector, rowsOf(detector, values))).anomalyScores(
      rowsOf(detector, [...values, 7, 8, 9, NaN, NaN, NaN]),
    );
    assert.ok(scores.every(Number.isFinite), `${name}: ${scores}`);
  }
}

async function reports(detector: Detector): Promise<void> {
  const fractions: number[] = [];
  const onProgress = (fraction: number) => fractions.push(fraction);
  await fit(detector, usualRows(detector, 50, 8), { seed: SEED, onProgress });
  assert.deepEqual(fractions, fractions.toSorted((a, b) => a - b));
  assert.equal(fractions.at(-1), 1);
}

async function aborts(detector: Detector): Promise<void> {
  const context = { seed: SEED, signal: AbortSignal.abort() };
  await assert.rejects(fit(detector, usualRows(detector, 50, 9), context), { name: "AbortError" });
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
  const outcome = await fit(detector, usualRows(detector, 50, 9), context).then(
    () => undefined,
    (e) => e,
  );
  assert.equal(fractions.length, 1, `went on to ${fractions}`);
  // What is done with its first report has nothing left to stop.
  if (fractions[0] < 1) assert.equal(outcome?.name, "AbortError");
}

function fitUsual(detector: Detector): Promise<FittedDetector> {
  return fit(detector, usualRows(detector, 300, 10));
}

/** A fit whose error rejects, whether the detector fits at once or later. */
async function fit(
  detector: Detector,
  x: Matrix,
  context: FitContext = { seed: SEED },
): Promise<FittedDetector> {
  return await detector.fit(x, detector.supervised ? { ...context, labels: labelsOf(x) } : context);
}

function labelsOf(x: Matrix): Uint8Array {
  const width = x.columns.length;
  return Uint8Array.from(
    { length: x.rows },
    (_, row) => Math.abs(x.values[row * width]) > LEAST_OUTLIER ? 1 : 0,
  );
}

function columnsOf({ requires = [] }: Detector): string[] {
  return [...COLUMNS, ...requires];
}

/** Rows of `a`, `b` and `c`, and of what else the detector asks for: whole numbers from 0. */
function rowsOf(detector: Detector, values: ArrayLike<number>): Matrix {
  const columns = columnsOf(detector);
  const rows = values.length / COLUMNS.length;
  const filled = Array.from(
    { length: rows * columns.length },
    (_, at) => {
      const [row, column] = [Math.floor(at / columns.length), at % columns.length];
      return column < COLUMNS.length ? values[row * COLUMNS.length + column] : row % (4 + column);
    },
  );
  return matrix(columns, filled);
}

/** Three columns of very different scale, each a bell of four uniform draws. */
function usualRows(detector: Detector, rows: number, seed: number): Matrix {
  const draw = random(seed);
  const bell = () => draw() + draw() + draw() + draw() - 2;
  return rowsOf(
    detector,
    Float32Array.from({ length: rows * 3 }, (_, i) => bell() * [1, 10, 0.1][i % 3]),
  );
}

/** Usual rows, and for a detector that learns from labels some outliers. */
function trainingRows(detector: Detector): Matrix {
  const usual = usualRows(detector, 600, 1);
  if (!detector.supervised) return usual;
  const outliers = Array.from(
    { length: LABELLED },
    (_, copy) => OUTLIERS.map((value) => value * (1 + copy / 100)),
  );
  return joined(usual, rowsOf(detector, outliers.flat()));
}

function joined(x: Matrix, y: Matrix): Matrix {
  return matrix(x.columns, [...x.values, ...y.values]);
}

/** The rows with every seventh value missing. */
function withGaps(x: Matrix): Matrix {
  return { ...x, values: x.values.map((value, at) => at % 7 === 0 ? NaN : value) };
}
