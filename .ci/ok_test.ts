import assert from "node:assert/strict";
import { runCommand } from "./run_command.ts";

const program = new URL("ok.ts", import.meta.url).pathname;

Deno.test("ok --help names the options and runs nothing", async () => {
  const { code, output } = await runCommand([Deno.execPath(), "run", program, "--help"]);
  assert.equal(code, 0);
  assert.match(output, /^Usage: deno task ok \[--without-tests\]$/m);
  assert.doesNotMatch(output, /^ok /m);
});

Deno.test("ok refuses an option it does not know, by name", async () => {
  const { code, output } = await runCommand([Deno.execPath(), "run", program, "--fast"]);
  assert.equal(code, 1);
  assert.match(output, /Unknown option '--fast'/);
});
