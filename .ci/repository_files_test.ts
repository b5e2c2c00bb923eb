import assert from "node:assert/strict";
import { repositoryFiles } from "./repository_files.ts";

Deno.test("repositoryFiles() lists nested and hidden files but nothing installed or made", async () => {
  const root = `${await Deno.makeTempDir()}/`;
  const paths = [
    ".ci/run",
    ".git/HEAD",
    "data/local/lake/a.parquet",
    "data/mod.ts",
    "node_modules/ky/index.js",
    "README.md",
  ];
  try {
    for (const path of paths) {
      await Deno.mkdir(root + path.slice(0, path.lastIndexOf("/") + 1), { recursive: true });
      await Deno.writeTextFile(root + path, "");
    }
    assert.deepEqual(await repositoryFiles(root), [".ci/run", "README.md", "data/mod.ts"]);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
