import assert from "node:assert/strict";
import { importedPath, sourceFile, topFolder } from "./source_file.ts";

Deno.test("sourceFile() makes an absolute path relative to the repository", () => {
  const absolute = new URL("../../models/matrix.ts", import.meta.url).pathname;
  assert.deepEqual(sourceFile(absolute), {
    path: "models/matrix.ts",
    folder: "models",
    kind: "source",
  });
});

Deno.test("sourceFile() tells the kind by the end of the name", () => {
  const kinds = ["x.ts", "x_test.ts", "x_interop_test.ts", "x_bench.ts", "main.ts"]
    .map((name) => sourceFile(`data/${name}`).kind);
  assert.deepEqual(kinds, ["source", "test", "interop test", "bench", "main"]);
});

Deno.test("topFolder() is empty for a file at the root", () => {
  assert.equal(topFolder("README.md"), "");
  assert.equal(topFolder(".ci/lint/imports.ts"), ".ci");
});

Deno.test("importedPath() resolves relative specifiers alone", () => {
  assert.equal(importedPath("data/checks/gaps.ts", "./check.ts"), "data/checks/check.ts");
  assert.equal(importedPath("data/checks/gaps.ts", "../../models/mod.ts"), "models/mod.ts");
  assert.equal(importedPath("data/checks/gaps.ts", "zod"), undefined);
  assert.equal(importedPath("data/checks/gaps.ts", "npm:zod"), undefined);
});
