import assert from "node:assert/strict";
import { packageFiles } from "./model_package.ts";

const contents = {
  modelId: `m-${"0f".repeat(16)}`,
  runId: "r",
  createdAt: 0,
  onnx: new Uint8Array([8, 8]),
  columns: ["hour", "month"],
  members: ["iqr"],
  exampleRows: [[13, NaN]],
  views: { energy_hourly: "SELECT 1" },
  referenceProfile: { hour: [0, 23] },
  evaluation: { rocAuc: 0.9 },
  modelCard: "# Card",
};

function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  return new TextDecoder().decode(files.get(path));
}

Deno.test("packageFiles() holds everything to score with and to judge by", () => {
  const files = packageFiles(contents);
  assert.deepEqual([...files.keys()].sort(), [
    "MLmodel",
    "code/pyfunc_loader.py",
    "conda.yaml",
    "evaluation.json",
    "features/energy_hourly.sql",
    "input_example.json",
    "model.onnx",
    "model_card.md",
    "python_env.yaml",
    "reference_profile.json",
    "requirements.txt",
    "serving_input_example.json",
  ]);
  assert.deepEqual(files.get("model.onnx"), contents.onnx);
  assert.match(textOf(files, "MLmodel"), /^model_size_bytes: 2$/m);
  const example = { columns: ["hour", "month"], data: [[13, null]] };
  assert.deepEqual(JSON.parse(textOf(files, "input_example.json")), example);
  const serving = { dataframe_split: example };
  assert.deepEqual(JSON.parse(textOf(files, "serving_input_example.json")), serving);
  assert.deepEqual(JSON.parse(textOf(files, "evaluation.json")), { rocAuc: 0.9 });
});

Deno.test("packageFiles() gives the same bytes for the same contents", () => {
  assert.deepEqual([...packageFiles(contents)], [...packageFiles(structuredClone(contents))]);
});

Deno.test("packageFiles() refuses a row of a wrong width and a view that is no file name", () => {
  assert.throws(() => packageFiles({ ...contents, exampleRows: [[1]] }), {
    message: "Cannot pack an example row: expected 2 values, got 1",
  });
  assert.throws(() => packageFiles({ ...contents, views: { "../x": "" } }), {
    message:
      'Cannot pack a feature view: expected a name of letters, digits and underscores, got "../x"',
  });
});
