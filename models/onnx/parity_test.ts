import assert from "node:assert/strict";
import fc from "fast-check";
import type { Detector } from "../detectors/detector.ts";
import { gradientBoosting, type GradientBoostingState } from "../detectors/gradient_boosting.ts";
import { isolationForest, type IsolationForestState } from "../detectors/isolation_forest.ts";
import { detectors } from "../detectors/mod.ts";
import { LARGEST } from "../detectors/scoring_rows.ts";
import type { Combiner } from "../ensembles/combiners/combiner.ts";
import { combinerExamples } from "../ensembles/combiners/combiner_examples_fixture.ts";
import type { FittedEnsemble } from "../ensembles/ensemble.ts";
import { type EnsembleMember, fitEnsemble } from "../ensembles/fit_ensemble.ts";
import { probabilities } from "../ensembles/probabilities/mod.ts";
import type { Probability } from "../ensembles/probabilities/probability.ts";
import { type Matrix, matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { ensembleToOnnx } from "./ensemble.ts";
import { openSession, type ScoringSession } from "./session.ts";

/** The score of a model is the double of its ensemble rounded to float32, half a unit of 6e-8. */
const TOLERANCE = 1e-7;
const THRESHOLD = 0.4;
const VALUES = 4;

interface Pair {
  readonly ensemble: FittedEnsemble;
  readonly session: ScoringSession;
}

const all = Object.values(detectors).map((factory) => factory());
const columns = [
  ...["kwh", "change", "constant", "never"],
  ...new Set(all.flatMap(({ requires = [] }) => requires)),
];
/** Members side by side that read different columns. */
const readers: EnsembleMember[] = [
  { detector: detectors.z_score(), columns: ["change", "kwh"] },
  { detector: detectors.iqr() },
  { detector: detectors.isolation_forest({ trees: 20 }), columns: ["kwh"], name: "kwh_forest" },
  { detector: detectors.z_score(), columns: ["constant", "change"], name: "change" },
];
const names = readers.map(({ detector, name = detector.name }) => name);

interface Group {
  readonly name: string;
  readonly members: EnsembleMember[];
  readonly combiner?: Combiner;
  readonly probability?: Probability;
}

const groups: Group[] = [
  ...all.map((detector) => ({ name: detector.name, members: [{ detector }] })),
  { name: "the mean of all", members: membersOf(all) },
  ...combinerExamples(names).map((combiner) => ({
    name: `the combiner ${combiner.name}`,
    members: readers,
    combiner,
  })),
  ...Object.values(probabilities).map((probability) => ({
    name: `the probability ${probability.name}`,
    members: readers,
    probability,
  })),
];

for (const { name, members, ...options } of groups) {
  Deno.test(`ensembleToOnnx() scores like ${name}`, async (t) => {
    const pair = await fitPair(members, options);
    await t.step("on usual rows with gaps", async () => {
      const x = usualRows(3000, 2);
      await assertParity(pair, x);
      const { label } = await pair.session.score(x);
      assert.deepEqual(new Set(label), new Set([0, 1]), "both labels occur");
    });
    await t.step("on the training rows", () => assertParity(pair, usualRows(400, 1)));
    await t.step("on the edges of float32", () => assertParity(pair, edgeRows()));
    await t.step("on equal rows and rows without a value", () => {
      const same = Array.from({ length: 5 }, () => [0.25, -0.5, 3, 1]);
      const none = [NaN, NaN, NaN, NaN];
      return assertParity(pair, rowsOf([none, ...same, none].flat()));
    });
    await t.step("on any rows", () =>
      fc.assert(fc.asyncProperty(anyRows(), async (x) => {
        await assertParity(pair, x);
      })));
    await pair.session.close();
  });
}

Deno.test("ensembleToOnnx() gives infinite values the finite score and label of the largest ones", async () => {
  const { ensemble, session } = await fitPair(membersOf(all));
  const usual = [0, 0, 3, NaN];
  const rows = (end: number) =>
    rowsOf(usual.flatMap((_, j) => [...usual.with(j, end), ...usual.with(j, -end)]));
  const [infinite, largest] = [
    await session.score(rows(Infinity)),
    await session.score(rows(LARGEST)),
  ];
  assert.ok(infinite.score.every(Number.isFinite), `${infinite.score}`);
  assert.deepEqual(infinite, largest);
  // A column that never moved in training is heard; one that was never there is not.
  assert.deepEqual([...infinite.label], [1, 1, 1, 1, 1, 1, 0, 0]);
  await assertParity({ ensemble, session }, rows(Infinity));
  await session.close();
});

for (
  const detector of [isolationForest({ trees: 20 }), gradientBoosting({ trees: 20, leafRows: 5 })]
) {
  Deno.test(`ensembleToOnnx() walks trees alike at and next to thresholds of ${detector.name}`, async () => {
    const pair = await fitPair(membersOf([detector]));
    const { trees } = pair.ensemble.members[0].detector.toJSON() as
      | IsolationForestState
      | GradientBoostingState;
    const thresholds = trees.flatMap(({ feature, threshold }) =>
      threshold.filter((_, node) => feature[node] >= 0)
    );
    const rows = thresholds.flatMap((value) =>
      [value, value + ulp(value), value - ulp(value)].map((near) => [near, near, near, near])
    );
    await assertParity(pair, rowsOf(rows.flat()));
    await pair.session.close();
  });
}

Deno.test("ensembleToOnnx() scores alike after a fit to equal rows", async () => {
  const x = rowsOf(Array.from({ length: 50 }, () => [0.1, 0.2, 3, NaN]).flat());
  const ensemble = await fitEnsemble(x, x, membersOf(all), { seed: 7, labels: labelsOf(x) });
  const session = await openSession(ensembleToOnnx(ensemble, THRESHOLD));
  await assertParity({ ensemble, session }, x);
  await assertParity({ ensemble, session }, edgeRows());
  await session.close();
});

async function fitPair(
  members: EnsembleMember[],
  options: Pick<Group, "combiner" | "probability"> = {},
): Promise<Pair> {
  const x = usualRows(400, 1);
  const heldOut = usualRows(400, 3);
  const labels = { labels: labelsOf(x), heldOutLabels: labelsOf(heldOut) };
  const ensemble = await fitEnsemble(x, heldOut, members, { seed: 7, ...labels, ...options });
  return { ensemble, session: await openSession(ensembleToOnnx(ensemble, THRESHOLD)) };
}

function membersOf(detectors: Detector[]): EnsembleMember[] {
  return detectors.map((detector) => ({ detector }));
}

/** Compares all three outputs; next to the threshold a label may go either way. */
async function assertParity({ ensemble, session }: Pair, x: Matrix): Promise<void> {
  const { score, label, memberScores } = await session.score(x);
  const expected = ensemble.anomalyScores(x);
  assertNear(memberScores, ensemble.memberScores(x));
  assertNear(score, expected);
  expected.forEach((value, row) => {
    if (Math.abs(value - THRESHOLD) <= TOLERANCE) return;
    assert.equal(label[row], value >= THRESHOLD ? 1 : 0, `label of row ${row} at ${value}`);
  });
}

function assertNear(actual: Float32Array, expected: Float64Array): void {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, at) => {
    const difference = Math.abs(actual[at] - value);
    assert.ok(difference <= TOLERANCE, `score ${at} is ${actual[at]}, not ${value}`);
  });
}

/** Bell-shaped rows, one in thirty far out, one value in twenty missing. */
function usualRows(rows: number, seed: number): Matrix {
  const draw = random(seed);
  const values = Array.from({ length: rows }, (_, row) => {
    const spread = row % 30 === 0 ? 20 : 1;
    const [kwh, change] = [0, 1].map(() => spread * (draw() + draw() + draw() - 1.5));
    return [draw() < 0.05 ? NaN : kwh, draw() < 0.05 ? NaN : change, 3, NaN];
  });
  return rowsOf(values.flat());
}

/** The four values of each row, and whole numbers in the columns that some detectors ask for. */
function rowsOf(values: readonly number[]): Matrix {
  const rows = Array.from({ length: values.length / VALUES }, (_, row) => [
    ...values.slice(row * VALUES, (row + 1) * VALUES),
    ...columns.slice(VALUES).map((_, j) => row % (7 + j)),
  ]);
  return matrix(columns, rows.flat());
}

/** For detectors that learn from labels: rows that are far out in the first column. */
function labelsOf(x: Matrix): Uint8Array {
  const kwh = (row: number) => x.values[row * columns.length];
  return Uint8Array.from({ length: x.rows }, (_, row) => Math.abs(kwh(row)) > 2 ? 1 : 0);
}

/** Every pair of edge values in the columns that vary, and each one in all columns. */
function edgeRows(): Matrix {
  const sizes = [0, 1e-45, 1, 1e30, LARGEST, Infinity];
  const edges = [...sizes, ...sizes.map((size) => -size), NaN];
  const pairs = edges.flatMap((kwh) => edges.map((change) => [kwh, change, 3, NaN]));
  const alike = edges.map((edge) => [edge, edge, edge, edge]);
  return rowsOf([...pairs, ...alike].flat());
}

function anyRows(): fc.Arbitrary<Matrix> {
  const value = fc.oneof(
    fc.float(),
    fc.float({ min: -5, max: 5, noNaN: true }),
  );
  const row = fc.array(value, { minLength: columns.length, maxLength: columns.length });
  return fc.array(row, { maxLength: 20 }).map((rows) => matrix(columns, rows.flat()));
}

/** The distance to the next float32 away from 0. */
function ulp(value: number): number {
  return 2 ** (Math.floor(Math.log2(Math.abs(value))) - 23);
}
