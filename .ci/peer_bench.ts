/**
 * Times detectors and their Python peers on the same rows, in turns, one thread each, and prints a
 * table in Markdown. Needs scikit-learn and LightGBM in the Python that WATTBOOK_INTEROP_PYTHON
 * names. What counts is the CPU time of all threads, which other programs disturb least, and of
 * some repetitions the shortest.
 *
 * `deno run --allow-read --allow-write --allow-env --allow-run --allow-sys .ci/peer_bench.ts [NAME...]`
 */
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { detectors, type Matrix, matrix, random } from "../models/mod.ts";

const PYTHON_VARIABLE = "WATTBOOK_INTEROP_PYTHON";
const ONE_THREAD = {
  OMP_NUM_THREADS: "1",
  OPENBLAS_NUM_THREADS: "1",
  MKL_NUM_THREADS: "1",
};
const context = { seed: 1 };

const help = `Times detectors and their Python peers on the same rows, one thread each.

Usage: .ci/peer_bench.ts [--repetitions N] [NAME...]

  NAME             Only the comparisons whose names hold one of these
  --repetitions N  Repetitions of each, in turns, after one that does not count (default 3)
  --help           Show this text`;

type Call = () => unknown;

/** One line of the table. */
interface Comparison {
  readonly name: string;
  /** The function of peer_bench.py to compare with. */
  readonly peer: string;
  /** What the peer is. */
  readonly against: string;
  readonly rows: number;
  readonly columns: number;
  /** How many calls make a repetition. */
  readonly calls: number;
  /** Makes ready, and gives what is timed. */
  readonly ours: (x: Matrix, labels: Uint8Array) => Call | Promise<Call>;
}

const comparisons: readonly Comparison[] = [
  {
    name: "isolation forest: fit",
    peer: "isolation_forest_fit",
    against: "scikit-learn",
    rows: 200_000,
    columns: 16,
    calls: 1,
    ours: (x) => () => detectors.isolation_forest().fit(x, context),
  },
  {
    name: "isolation forest: score",
    peer: "isolation_forest_score",
    against: "scikit-learn",
    rows: 1_000_000,
    columns: 16,
    calls: 1,
    async ours(x) {
      const first = matrix(x.columns, x.values.subarray(0, 200_000 * x.columns.length));
      const fitted = await detectors.isolation_forest().fit(first, context);
      return () => fitted.anomalyScores(x);
    },
  },
  {
    name: "isolation forest: score one row",
    peer: "isolation_forest_row",
    against: "scikit-learn",
    rows: 10_000,
    columns: 16,
    calls: 100,
    async ours(x) {
      const fitted = await detectors.isolation_forest().fit(x, context);
      const row = matrix(x.columns, x.values.subarray(0, x.columns.length));
      return () => fitted.anomalyScores(row);
    },
  },
  {
    name: "one-class SVM: fit",
    peer: "one_class_svm_fit",
    against: "scikit-learn (LIBSVM)",
    rows: 10_000,
    columns: 8,
    calls: 1,
    ours: (x) => () => detectors.one_class_svm({ sampleSize: x.rows }).fit(x, context),
  },
  {
    name: "one-class SVM: score",
    peer: "one_class_svm_score",
    against: "scikit-learn (LIBSVM)",
    rows: 10_000,
    columns: 8,
    calls: 1,
    async ours(x) {
      const fitted = await detectors.one_class_svm({ sampleSize: x.rows }).fit(x, context);
      return () => fitted.anomalyScores(x);
    },
  },
  {
    name: "DBSCAN: fit",
    peer: "dbscan_fit",
    against: "scikit-learn",
    rows: 100_000,
    columns: 8,
    calls: 1,
    ours: (x) => () =>
      detectors.dbscan({ eps: 1, minPoints: 10, sampleSize: x.rows }).fit(x, context),
  },
  {
    name: "gradient boosting: fit",
    peer: "gradient_boosting_fit",
    against: "LightGBM",
    rows: 100_000,
    columns: 16,
    calls: 1,
    ours: (x, labels) => () =>
      detectors.gradient_boosting({
        trees: 200,
        learningRate: 0.05,
        leaves: 31,
        leafRows: 50,
        l2: 1,
        rowShare: 1,
        columnShare: 1,
      }).fit(x, { ...context, labels }),
  },
];

/** Rows of bells, and labels that hang on two of their columns. */
function makeData(rows: number, columns: number): { x: Matrix; labels: Uint8Array } {
  const draw = random(7);
  const names = Array.from({ length: columns }, (_, column) => `column_${column}`);
  const values = new Float32Array(rows * columns);
  for (let at = 0; at < values.length; at++) values[at] = draw() + draw() + draw() + draw() - 2;
  const labels = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    labels[row] = values[row * columns] * values[row * columns + 1] + draw() > 1.1 ? 1 : 0;
  }
  return { x: matrix(names, values), labels };
}

async function* readLines(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function compare(
  comparison: Comparison,
  python: string,
  repetitions: number,
  folder: string,
) {
  const { rows, columns, calls } = comparison;
  const { x, labels } = makeData(rows, columns);
  const call = await comparison.ours(x, labels);
  const [rowsFile, labelsFile] = [join(folder, "rows.f32"), join(folder, "labels.u8")];
  await Deno.writeFile(rowsFile, new Uint8Array(x.values.buffer));
  await Deno.writeFile(labelsFile, labels);
  const script = new URL("peer_bench.py", import.meta.url).pathname;
  const child = new Deno.Command(python, {
    args: [script, comparison.peer, rowsFile, String(columns), labelsFile, String(calls)],
    env: ONE_THREAD,
    stdin: "piped",
    stdout: "piped",
  }).spawn();
  const asked = child.stdin.getWriter();
  const answers = readLines(child.stdout);
  let [ours, theirs] = [Infinity, Infinity];
  for (let repetition = 0; repetition <= repetitions; repetition++) {
    await asked.write(new TextEncoder().encode("\n"));
    const { value } = await answers.next();
    if (value === undefined) throw new Error(`Cannot time "${comparison.peer}" as it ended early`);
    const start = cpuSeconds();
    for (let i = 0; i < calls; i++) await call();
    const spent = (cpuSeconds() - start) / calls;
    if (repetition === 0) continue;
    ours = Math.min(ours, spent);
    theirs = Math.min(theirs, Number(value));
  }
  await asked.close();
  await answers.next();
  await child.status;
  return { ours, theirs };
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    args: Deno.args,
    options: { repetitions: { type: "string", default: "3" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  const python = Deno.env.get(PYTHON_VARIABLE);
  const repetitions = Number(values.repetitions);
  if (values.help) {
    console.log(help);
  } else if (!(repetitions >= 1)) {
    console.error(`Cannot compare as repetitions must be >= 1: current value is ${repetitions}`);
    Deno.exit(1);
  } else if (!python) {
    console.error(`Cannot compare with Python as ${PYTHON_VARIABLE} must be the path of a Python`);
    Deno.exit(1);
  } else {
    const folder = await Deno.makeTempDir();
    console.log("| what | rows × columns | Wattbook, s | peer, s | peer / Wattbook | peer |");
    console.log("| --- | --- | --: | --: | --: | --- |");
    for (const comparison of comparisons) {
      const { name, rows, columns, against } = comparison;
      if (positionals.length > 0 && !positionals.some((part) => name.includes(part))) continue;
      const { ours, theirs } = await compare(comparison, python, repetitions, folder);
      const figures = [ours.toPrecision(3), theirs.toPrecision(3), (theirs / ours).toPrecision(3)];
      const size = `${rows.toLocaleString("en")} × ${columns}`;
      console.log(`| ${[name, size, ...figures, against].join(" | ")} |`);
    }
    await Deno.remove(folder, { recursive: true });
  }
}
