import assert from "node:assert/strict";
import { parseCommand } from "../../pipelines/mod.ts";
import { check } from "./check.ts";
import { run } from "./run.ts";
import { test } from "./test.ts";
import { watch } from "./watch.ts";

for (const { syntax } of [check, run, test, watch]) {
  Deno.test(`${syntax.name} gives a cell ten minutes, else what is asked for, at least a second`, () => {
    const timeout = (...args: string[]) => {
      const { options } = parseCommand(syntax, ["01", ...args]);
      return (options as { timeout: number }).timeout;
    };
    assert.equal(timeout(), 600);
    assert.equal(timeout("--timeout", "2.5"), 2.5);
    assert.throws(() => timeout("--timeout", "0"), { name: "UsageError" });
  });
}
