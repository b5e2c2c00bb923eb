import assert from "node:assert/strict";
import { findSyntaxError } from "./syntax_error.ts";

Deno.test("findSyntaxError() names rule, line and column and shows the place", async () => {
  assert.deepEqual(await findSyntaxError("const a = 1;\nfoo bar"), {
    output_type: "error",
    ename: "SyntaxError",
    evalue: "Expected ';', '}' or <eof> (line 2, column 5)",
    traceback: [
      "SyntaxError: Expected ';', '}' or <eof>",
      "  |",
      "2 | foo bar",
      "  |     ~~~",
    ],
  });
});

Deno.test("findSyntaxError() finds none in TypeScript, top-level await, markup and nothing", async () => {
  for (const code of ["const a: number = await f();", "const y = <div/>;", ""]) {
    assert.equal(await findSyntaxError(code), undefined, code);
  }
});
