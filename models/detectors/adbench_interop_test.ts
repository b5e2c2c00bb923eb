import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Matrix, matrix, selectRows } from "../matrix.ts";
import { rocAuc } from "../metrics/roc_auc.ts";
import { random } from "../random.ts";
import { sampleIndices } from "../sample.ts";
import type { Detector } from "./detector.ts";
import { ecod } from "./ecod.ts";
import { isolationForest } from "./isolation_forest.ts";
import { knn } from "./knn.ts";
import { lof } from "./lof.ts";
import { oneClassSvm } from "./one_class_svm.ts";
import { pca } from "./pca.ts";
import { fitScaler, scale } from "./scaler.ts";
import { LARGEST } from "./scoring_rows.ts";

const PYTHON_VARIABLE = "WATTBOOK_INTEROP_PYTHON";
const mirror = Deno.env.get("WATTBOOK_DATA_MIRROR");
const setting = mirror ? "" : " (needs a folder with ADBench's tables in WATTBOOK_DATA_MIRROR)";

const SPLITS = 10;
const TRAIN_SHARE = 0.6;
/** Means of the same detector differ by less. */
const TOLERANCE = 0.01;
/** On optdigits means of forests of 1000 trees vary by 0.005 each. */
const FOREST_TOLERANCE = 0.02;

/** ADBench's names, with the row of PyOD's table where that has the set. */
const sets: Readonly<Record<string, string | undefined>> = {
  Ionosphere: "ionosphere",
  WBC: "wbc",
  annthyroid: undefined,
  breastw: undefined,
  cardio: "cardio",
  glass: "glass",
  letter: "letter",
  optdigits: "optdigits",
  pendigits: "pendigits",
  "satimage-2": "satimage-2",
  thyroid: undefined,
  vowels: "vowels",
};

/** Where a forest of 100 trees varies by 0.05 and 0.03 with its seed: too much for ten of them. */
const needManyTrees: readonly string[] = ["optdigits", "vowels"];

/** Detectors by the name of their peer, with their column of PyOD's table. */
const compared: Readonly<Record<string, Comparison>> = {
  isolation_forest: { detector: ({ trees }) => isolationForest({ trees }), column: "IForest" },
  one_class_svm: { detector: ({ x }) => oneClassSvm({ sampleSize: x.rows }), column: "OCSVM" },
  ecod: { detector: () => ecod() },
  pca: { detector: () => pca(), column: "PCA" },
  knn: { detector: ({ x }) => knn({ sampleSize: x.rows }), column: "KNN" },
  lof: { detector: ({ x }) => lof({ sampleSize: x.rows }), column: "LOF" },
};

interface Comparison {
  readonly detector: (table: Table) => Detector;
  readonly column?: string;
}

interface Table {
  readonly name: string;
  readonly x: Matrix;
  readonly labels: Uint8Array;
  readonly trees: number;
  readonly peers: readonly string[];
  readonly splits: readonly Split[];
}

/** Row indices. */
interface Split {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

Deno.test({
  name: `detectors rank the rows of ADBench's tables as their peers do${setting}`,
  ignore: !mirror,
  async fn(t) {
    const folder = join(mirror ?? "", "adbench");
    const tables = await Promise.all(Object.keys(sets).map((name) => readTable(folder, name)));
    const published = await readPublished(join(folder, "published-roc-auc-pyod.csv"));
    const peers = areasInPython(tables);
    const own: Record<string, Record<string, number>> = {};
    for (const table of tables) {
      own[table.name] = {};
      for (const peer of table.peers) {
        own[table.name][peer] = mean(await areas(table, compared[peer].detector(table)));
      }
    }
    const theirs = await peers;
    for (const { name, peers } of tables) {
      for (const peer of peers) {
        const [ours, other] = [own[name][peer], mean(theirs[name][peer])];
        const anchor = published[sets[name] ?? ""]?.[compared[peer].column ?? ""];
        const cells = [ours, other, anchor].map((area) => area?.toFixed(4) ?? "");
        // The names of the steps make a table of ours, the peer's and PyOD's published mean.
        await t.step(`| ${[name, peer, ...cells].join(" | ")} |`, () => {
          const noisy = peer === "isolation_forest" && name === "optdigits";
          const difference = Math.abs(ours - other);
          assert.ok(
            difference <= (noisy ? FOREST_TOLERANCE : TOLERANCE),
            `${peer} on ${name}: ${ours} against ${other}`,
          );
        });
      }
    }
  },
});

async function readTable(folder: string, name: string): Promise<Table> {
  const file = await Deno.open(join(folder, `${name}.csv.gz`));
  const text = await new Response(file.readable.pipeThrough(new DecompressionStream("gzip")))
    .text();
  const [header, ...lines] = text.trim().split("\n").map((line) => line.trim().split(","));
  const x = matrix(header.slice(0, -1), lines.flatMap((cells) => cells.slice(0, -1).map(Number)));
  return {
    name,
    x,
    labels: Uint8Array.from(lines, (cells) => Number(cells[cells.length - 1])),
    trees: needManyTrees.includes(name) ? 1000 : 100,
    peers: Object.keys(compared),
    splits: Array.from({ length: SPLITS }, (_, seed) => split(x.rows, seed)),
  };
}

function split(rows: number, seed: number): Split {
  const train = [...sampleIndices(rows, Math.floor(TRAIN_SHARE * rows), random(seed))];
  const drawn = new Set(train);
  const test = Array.from({ length: rows }, (_, row) => row).filter((row) => !drawn.has(row));
  return { train, test };
}

async function areas({ x, labels, splits }: Table, detector: Detector): Promise<number[]> {
  const found: number[] = [];
  for (const [seed, { train, test }] of splits.entries()) {
    const rows = selectRows(x, train);
    const scaler = fitScaler(rows, LARGEST);
    const standardised = (part: Matrix) => matrix(x.columns, scale(part, scaler));
    const fitted = await detector.fit(standardised(rows), { seed });
    const scores = fitted.anomalyScores(standardised(selectRows(x, test)));
    found.push(rocAuc(Uint8Array.from(test, (row) => labels[row]), scores));
  }
  return found;
}

async function areasInPython(
  tables: readonly Table[],
): Promise<Record<string, Record<string, number[]>>> {
  const python = Deno.env.get(PYTHON_VARIABLE);
  assert.ok(python, `Cannot run this test as ${PYTHON_VARIABLE} must be the path of a Python`);
  const folder = await Deno.makeTempDir();
  try {
    for (const { name, x, labels } of tables) {
      await Deno.writeFile(join(folder, `${name}.f32`), new Uint8Array(x.values.buffer));
      await Deno.writeFile(join(folder, `${name}.u8`), labels);
    }
    const listed = tables.map(({ name, x, trees, peers, splits }) => (
      { name, columns: x.columns.length, trees, peers, splits }
    ));
    await Deno.writeTextFile(join(folder, "tables.json"), JSON.stringify(listed));
    const script = fileURLToPath(new URL("./adbench_peers.py", import.meta.url));
    const env = { OMP_NUM_THREADS: "1" };
    const command = new Deno.Command(python, { args: [script, folder], env });
    const { success, stdout, stderr } = await command.output();
    assert.ok(success, new TextDecoder().decode(stderr));
    return JSON.parse(new TextDecoder().decode(stdout));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** PyOD's table: mean ROC-AUC by set and detector. */
async function readPublished(path: string): Promise<Record<string, Record<string, number>>> {
  const [header, ...lines] = (await Deno.readTextFile(path)).trim().split(/\r?\n/)
    .map((line) => line.split(","));
  return Object.fromEntries(lines.map((cells) => [
    cells[0],
    Object.fromEntries(cells.map((cell, at) => [header[at], Number(cell)])),
  ]));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
