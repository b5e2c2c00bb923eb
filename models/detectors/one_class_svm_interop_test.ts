import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Matrix, matrix } from "../matrix.ts";
import { oneClassSvm, type OneClassSvmState } from "./one_class_svm.ts";

const PYTHON_VARIABLE = "WATTBOOK_INTEROP_PYTHON";
const mirror = Deno.env.get("WATTBOOK_DATA_MIRROR");
const setting = mirror ? "" : " (needs a folder with ADBench's tables in WATTBOOK_DATA_MIRROR)";

interface Machine {
  readonly rho: number;
  readonly scores: readonly number[];
  readonly supportVectors: readonly (readonly number[])[];
}

for (const name of ["Ionosphere", "WBC", "cardio", "letter", "pendigits"]) {
  Deno.test({
    name: `oneClassSvm() fits ${name} as LIBSVM does${setting}`,
    ignore: !mirror,
    async fn() {
      const x = await readRows(join(mirror ?? "", "adbench", `${name}.csv.gz`));
      const nu = 0.1;
      const peer = await fitInPython(x, nu);
      const fitted = await oneClassSvm({ nu, sampleSize: x.rows }).fit(x, { seed: 1 });
      const state: OneClassSvmState = JSON.parse(JSON.stringify(fitted));
      assert.ok(Math.abs(state.rho - peer.rho) < 1e-3, `${state.rho} against ${peer.rho}`);
      fitted.anomalyScores(x).forEach((score, row) => {
        const expected = peer.scores[row];
        assert.ok(Math.abs(score - expected) < 1e-3, `row ${row}: ${score} against ${expected}`);
      });
      assert.deepEqual(distinct(state.supportVectors), distinct(peer.supportVectors));
    },
  });
}

/** Among equal rows it is chance which ones carry the weight. */
function distinct(rows: readonly (readonly number[])[]): string[] {
  return [...new Set(rows.map((row) => row.map((value) => value.toFixed(6)).join()))].sort();
}

async function readRows(path: string): Promise<Matrix> {
  const file = await Deno.open(path);
  const text = await new Response(file.readable.pipeThrough(new DecompressionStream("gzip")))
    .text();
  const [header, ...lines] = text.trim().split("\n").map((line) => line.trim().split(","));
  return matrix(header.slice(0, -1), lines.flatMap((cells) => cells.slice(0, -1).map(Number)));
}

async function fitInPython(x: Matrix, nu: number): Promise<Machine> {
  const python = Deno.env.get(PYTHON_VARIABLE);
  assert.ok(python, `Cannot run this test as ${PYTHON_VARIABLE} must be the path of a Python`);
  const folder = await Deno.makeTempDir();
  try {
    const rows = join(folder, "rows.f32");
    await Deno.writeFile(rows, new Uint8Array(x.values.buffer));
    const script = fileURLToPath(new URL("./one_class_svm_interop.py", import.meta.url));
    const args = [script, rows, String(x.columns.length), String(nu), "1e-6"];
    const { success, stdout, stderr } = await new Deno.Command(python, { args }).output();
    assert.ok(success, new TextDecoder().decode(stderr));
    return JSON.parse(new TextDecoder().decode(stdout));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
