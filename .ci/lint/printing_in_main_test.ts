import assert from "node:assert/strict";
import { printingInMain } from "./printing_in_main.ts";
import { ruleMessages } from "./rule_messages.ts";

Deno.test("printingInMain refuses console and the standard streams in a library", () => {
  const source = `console.log(1); Deno.stdout.writeSync(x); Deno.stderr.writable;`;
  assert.deepEqual(
    ruleMessages(printingInMain, "data/lake.ts", source),
    ["console", "Deno.stdout", "Deno.stderr"].map((printer) =>
      `Cannot use ${printer} in "data/lake.ts" as only main.ts files print: ` +
      "return the text or take a callback"
    ),
  );
});

Deno.test("printingInMain lets programs print", () => {
  assert.deepEqual(ruleMessages(printingInMain, "pipelines/main.ts", "console.log(1);"), []);
  assert.deepEqual(ruleMessages(printingInMain, ".ci/ok.ts", "console.log(1);"), []);
});

Deno.test("printingInMain lets a value that is merely named alike pass", () => {
  assert.deepEqual(
    ruleMessages(printingInMain, "data/lake.ts", "consoles.log(output.stdout);"),
    [],
  );
});
