import assert from "node:assert/strict";
import { repositoryFiles } from "./repository_files.ts";
import { type TextFile, untestedFiles } from "./untested_files.ts";

const code = "/** Doc. */\nexport async function run() {}\n";

function files(...paths: readonly string[]): TextFile[] {
  return paths.map((path) => ({ path, text: code }));
}

Deno.test("untestedFiles() names files without a test beside them, sorted", () => {
  assert.deepEqual(
    untestedFiles(
      files("data/b.ts", "data/a.ts", "data/c.ts", "data/c_test.ts", "models/a_test.ts"),
    ),
    ["data/a.ts", "data/b.ts"],
  );
});

Deno.test("untestedFiles() asks nothing of lists, programs, suites, types and other languages", () => {
  const types = {
    path: "data/reading.ts",
    text: "export interface Reading {}\nexport type A = 1;",
  };
  assert.deepEqual(
    untestedFiles([
      types,
      ...files("data/mod.ts", "pipelines/main.ts", "models/detectors/conformance.ts"),
      ...files("models/x_bench.ts", "data/source_conformance.ts", "models/x_reference.py"),
      ...files("pipelines/steps/drift_fixture.ts"),
    ]),
    [],
  );
});

Deno.test("every source file of the repository has its test", async () => {
  const root = new URL("..", import.meta.url).pathname;
  const sources = (await repositoryFiles(root)).filter((path) => path.endsWith(".ts"));
  const texts = await Promise.all(
    sources.map(async (path) => ({ path, text: await Deno.readTextFile(root + path) })),
  );
  // Programs of .ci have no name of their own to be told by: they only print and exit.
  const programs = [
    ".ci/drift_tests_study.ts",
    ".ci/model_inputs_study.ts",
    ".ci/peer_bench.ts",
    ".ci/pictures.ts",
    ".ci/run.ts",
  ];
  assert.deepEqual(untestedFiles(texts).filter((path) => !programs.includes(path)), []);
});
