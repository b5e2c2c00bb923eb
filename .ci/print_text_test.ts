import assert from "node:assert/strict";
import { runCommand } from "./run_command.ts";

Deno.test("printText() writes long text whole and in order", async () => {
  const program = `import { printText } from "${new URL("print_text.ts", import.meta.url)}";
printText("é".repeat(200_000));
printText("end");`;
  const { code, output } = await runCommand([Deno.execPath(), "eval", program]);
  assert.equal(code, 0);
  assert.equal(output, "é".repeat(200_000) + "end");
});
