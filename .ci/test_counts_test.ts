import assert from "node:assert/strict";
import { runCommand } from "./run_command.ts";
import { testCounts } from "./test_counts.ts";

Deno.test("testCounts() reads the line that deno test really prints", async () => {
  const path = await Deno.makeTempFile({ suffix: "_test.ts" });
  try {
    await Deno.writeTextFile(
      path,
      `Deno.test("one", async (t) => { await t.step("step", () => {}); });
Deno.test("two", () => {});
Deno.test("three", () => { throw new Error("Three"); });`,
    );
    const { code, output } = await runCommand([Deno.execPath(), "test", "--no-config", path]);
    assert.equal(code, 1);
    assert.deepEqual(testCounts(output), { passed: 2, failed: 1 });
  } finally {
    await Deno.remove(path);
  }
});

Deno.test("testCounts() takes the last of several summaries", () => {
  const output = "ok | 1 passed | 0 failed (1s)\nrunning 2 tests\nok | 5 passed | 0 failed (2s)\n";
  assert.deepEqual(testCounts(output), { passed: 5, failed: 0 });
});

Deno.test("testCounts() is undefined without a summary", () => {
  assert.equal(testCounts("error: Module not found\n"), undefined);
  assert.equal(testCounts(""), undefined);
});
