import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { detectors } from "../detectors/mod.ts";
import type { Combiner } from "../ensembles/combiners/combiner.ts";
import { combinerExamples } from "../ensembles/combiners/combiner_examples_fixture.ts";
import { type EnsembleMember, fitEnsemble } from "../ensembles/fit_ensemble.ts";
import { probabilities } from "../ensembles/probabilities/mod.ts";
import type { Probability } from "../ensembles/probabilities/probability.ts";
import { type Matrix, matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { ensembleToOnnx } from "./ensemble.ts";
import { openSession, type Scores } from "./session.ts";

const PYTHON_VARIABLE = "WATTBOOK_INTEROP_PYTHON";
const TOLERANCE = 1e-6;
const THRESHOLD = 0.4;
const all = Object.values(detectors).map((factory) => factory());
const columns = [
  ...["kwh", "change", "share"],
  ...new Set(all.flatMap(({ requires = [] }) => requires)),
];
/** Few and quick, and one reads its columns in another order than the model. */
const few = [
  { detector: detectors.z_score(), columns: columns.toReversed() },
  { detector: detectors.iqr() },
  { detector: detectors.isolation_forest({ trees: 20 }), columns: ["kwh", "share"] },
];

interface Example {
  readonly name: string;
  readonly members: readonly EnsembleMember[];
  readonly combiner?: Combiner;
  readonly probability?: Probability;
}

const examples: Example[] = [
  { name: "the mean of all detectors", members: all.map((detector) => ({ detector })) },
  ...combinerExamples(few.map(({ detector }) => detector.name)).map((combiner) => ({
    name: `the combiner ${combiner.name}`,
    members: few,
    combiner,
  })),
  ...Object.values(probabilities).map((probability) => ({
    name: `the probability ${probability.name}`,
    members: few,
    probability,
  })),
];

interface PythonScores {
  readonly metadata: Record<string, string>;
  readonly score: number[];
  readonly label: number[];
  readonly memberScores: number[];
  readonly emptyShape: number[];
}

for (const example of examples) {
  Deno.test(`the ONNX model of ${example.name} passes the checker and scores alike in Python`, () =>
    compareWithPython(example));
}

async function compareWithPython(example: Example): Promise<void> {
  const bytes = await exampleModel(example);
  const x = rowsWithGaps(500, 2);
  x.values.set([Infinity, -Infinity, NaN]);
  const session = await openSession(bytes);
  const own = await session.score(x);
  await session.close();
  const python = await scoreInPython(bytes, x);

  assert.deepEqual(python.metadata, {
    columns: JSON.stringify(columns),
    members: JSON.stringify(example.members.map(({ detector }) => detector.name)),
    threshold: String(Math.fround(THRESHOLD)),
    version: "1",
  });
  assertNear(python.score, own.score);
  assertNear(python.memberScores, own.memberScores);
  assert.deepEqual(python.label, [...own.label]);
  assert.deepEqual(python.emptyShape, [0, 1]);
  assertBothLabels(own);
}

async function exampleModel({ members, combiner, probability }: Example): Promise<Uint8Array> {
  const x = rowsWithGaps(400, 1);
  // The rows that lie far out, of both sets.
  const labels = Uint8Array.from({ length: x.rows }, (_, row) => row % 50 === 0 ? 1 : 0);
  const options = { seed: 7, labels, heldOutLabels: labels, combiner, probability };
  const ensemble = await fitEnsemble(x, rowsWithGaps(400, 3), members, options);
  return ensembleToOnnx(ensemble, THRESHOLD, { version: "1" });
}

/** Uniform rows, one value in twenty missing, one row in fifty far out. */
function rowsWithGaps(rows: number, seed: number): Matrix {
  const draw = random(seed);
  const values = Array.from({ length: rows * columns.length }, (_, at) => {
    const far = at % (50 * columns.length) < columns.length ? 30 : 1;
    return draw() < 0.05 ? NaN : far * (draw() - 0.5);
  });
  return matrix(columns, values);
}

async function scoreInPython(bytes: Uint8Array, x: Matrix): Promise<PythonScores> {
  const python = Deno.env.get(PYTHON_VARIABLE);
  assert.ok(python, `Cannot run this test as ${PYTHON_VARIABLE} must be the path of a Python`);
  const folder = await Deno.makeTempDir();
  try {
    const model = join(folder, "model.onnx");
    const features = join(folder, "features.f32");
    await Deno.writeFile(model, bytes);
    await Deno.writeFile(features, new Uint8Array(x.values.buffer));
    const script = fileURLToPath(new URL("./onnx_check.py", import.meta.url));
    const command = new Deno.Command(python, { args: [script, model, features] });
    const { success, stdout, stderr } = await command.output();
    assert.ok(success, new TextDecoder().decode(stderr));
    return JSON.parse(new TextDecoder().decode(stdout));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function assertNear(actual: number[], expected: Float32Array): void {
  assert.equal(actual.length, expected.length);
  const worst = actual.reduce((max, value, i) => Math.max(max, Math.abs(value - expected[i])), 0);
  assert.ok(worst <= TOLERANCE, `scores differ by up to ${worst}`);
}

/** A comparison of labels says little unless both occur. */
function assertBothLabels({ label }: Scores): void {
  assert.deepEqual(new Set(label), new Set([0, 1]));
}
