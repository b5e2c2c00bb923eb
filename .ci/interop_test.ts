import assert from "node:assert/strict";
import { runCommand } from "./run_command.ts";

Deno.test("interop --help says what it needs and where it keeps it", async () => {
  const program = new URL("interop.ts", import.meta.url).pathname;
  const { code, output } = await runCommand([Deno.execPath(), "run", program, "--help"]);
  assert.equal(code, 0);
  assert.match(output, /^Usage: deno task test:interop \[FILE\.\.\.\]$/m);
  assert.match(output, /^\$\{XDG_CACHE_HOME:-~\/\.cache\}\/wattbook\/venv-<digest>/m);
});
