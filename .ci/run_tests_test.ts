import assert from "node:assert/strict";
import { runCommand } from "./run_command.ts";

const root = new URL("..", import.meta.url).pathname;

Deno.test("deno task test FILE runs the tests and the examples of the file, and passes flags on", async () => {
  const files = [".ci/markdown.ts", ".ci/markdown_test.ts"];
  const command = [Deno.execPath(), "task", "--cwd", root, "test"];
  const { code, output } = await runCommand([...command, "--no-check", ...files]);
  assert.equal(code, 0, output);
  assert.match(output, /^running \d+ tests? from \.\/\.ci\/markdown_test\.ts$/m);
  assert.match(output, /^running 1 test from \.\/\.ci\/markdown\.ts#/m);
  assert.match(output, /^ok \| \d+ passed \| 0 failed/m);
});
