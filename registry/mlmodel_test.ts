import assert from "node:assert/strict";
import { environmentFiles, mlmodelYaml, pythonPins } from "./mlmodel.ts";

const facts = {
  modelId: `m-${"0f".repeat(16)}`,
  runId: "r",
  columns: ['say "hour"', "month"],
  members: ["iqr", "forest"],
  createdAt: Date.UTC(2024, 1, 29, 12, 30, 15, 7),
  modelSize: 1234,
};

function lineOf(text: string, key: string): string {
  return text.split("\n").find((line) => line.trimStart().startsWith(`${key}:`))?.trim() ?? "";
}

Deno.test("mlmodelYaml() says where, when, by what and how large the model is", () => {
  const text = mlmodelYaml({ ...facts, metadata: { b: "2: x", a: "1" } });
  assert.equal(lineOf(text, "model_id"), `model_id: ${facts.modelId}`);
  assert.equal(lineOf(text, "model_uuid"), `model_uuid: ${"0f".repeat(16)}`);
  assert.equal(lineOf(text, "run_id"), 'run_id: "r"');
  assert.equal(lineOf(text, "model_size_bytes"), "model_size_bytes: 1234");
  assert.equal(lineOf(text, "utc_time_created"), 'utc_time_created: "2024-02-29 12:30:15.007000"');
  assert.match(text, /^metadata:\n {2}"a": "1"\n {2}"b": "2: x"\n/m);
  assert.equal(lineOf(mlmodelYaml(facts), "metadata"), "metadata: null");
});

Deno.test("mlmodelYaml() types every column, as JSON in a YAML string", () => {
  const text = mlmodelYaml(facts);
  const schema = (key: string) =>
    JSON.parse(JSON.parse(lineOf(text, key).slice(key.length + 2))) as {
      type: string;
      name: string;
    }[];
  assert.deepEqual(schema("inputs").map(({ type, name }) => [type, name]), [
    ["double", 'say "hour"'],
    ["double", "month"],
  ]);
  assert.deepEqual(schema("outputs").map(({ type, name }) => [type, name]), [
    ["float", "score"],
    ["long", "label"],
    ["float", "iqr"],
    ["float", "forest"],
  ]);
});

Deno.test("mlmodelYaml() refuses an id that is not a logged model's", () => {
  assert.throws(() => mlmodelYaml({ ...facts, modelId: "7" }), {
    name: "RangeError",
    message:
      'Cannot write an MLmodel file: expected a model id of m- and 32 hexadecimal digits, got "7"',
  });
});

Deno.test("environmentFiles() pins the same versions in every file", () => {
  const files = environmentFiles();
  const { python, ...packages } = pythonPins;
  for (const [name, version] of Object.entries(packages)) {
    const line = `${name}==${version}`;
    assert.ok(files["requirements.txt"].split("\n").includes(line), line);
    assert.ok(files["conda.yaml"].includes(`  - ${line}\n`), line);
  }
  assert.ok(files["conda.yaml"].includes(`- python=${python}\n`));
  assert.ok(files["python_env.yaml"].startsWith(`python: ${python}\n`));
});
