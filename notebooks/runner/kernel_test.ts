import assert from "node:assert/strict";
import { DISPLAY_LIMIT } from "./large_displays.ts";
import { startKernel } from "./kernel.ts";

const TIMEOUT_MS = 60_000;
const cwd = import.meta.dirname!;

Deno.test("execute() in the real Deno kernel", async (t) => {
  await using kernel = await startKernel({ cwd, now: Date.now });

  await t.step("gives text, displays and the last value in order, and counts", async () => {
    const { executionCount, outputs, error } = await kernel.execute(
      `console.log("out");
       await Deno.jupyter.display({ "text/markdown": "**shown**" }, { raw: true });
       const six: number = 6;
       six * 7`,
      TIMEOUT_MS,
    );
    assert.equal(executionCount, 1);
    assert.equal(error, undefined);
    const byType = Object.fromEntries(outputs.map((output) => [output.output_type, output]));
    assert.deepEqual(byType, {
      stream: { output_type: "stream", name: "stdout", text: "out\n" },
      display_data: {
        output_type: "display_data",
        data: { "text/markdown": "**shown**" },
        metadata: {},
      },
      execute_result: {
        output_type: "execute_result",
        data: { "text/plain": "42" },
        metadata: {},
        execution_count: 1,
      },
    });
  });

  await t.step("keeps variables for the next code", async () => {
    const { executionCount, outputs } = await kernel.execute("console.error(six)", TIMEOUT_MS);
    assert.equal(executionCount, 2);
    assert.deepEqual(outputs, [{ output_type: "stream", name: "stderr", text: "6\n" }]);
  });

  await t.step("returns what code throws", async () => {
    const { error, outputs } = await kernel.execute("throw new RangeError(`Bad`)", TIMEOUT_MS);
    assert.deepEqual([error?.ename, error?.evalue], ["RangeError", "Bad"]);
    assert.deepEqual(error?.traceback, ["RangeError: Bad", "    at <cell>:1:7"]);
    assert.deepEqual(outputs, [error]);
  });

  await t.step("keeps a display of the limit, and returns an error for one above it", async () => {
    const page = (size: number) =>
      `({ [Deno.jupyter.$display]: () => ({ "text/html": "x".repeat(${size}) }) })`;
    for (
      const code of [`await Deno.jupyter.display(${page(DISPLAY_LIMIT)})`, page(DISPLAY_LIMIT)]
    ) {
      const { error, outputs: [output] } = await kernel.execute(code, TIMEOUT_MS);
      assert.equal(error, undefined);
      const html = "data" in output && output.data["text/html"];
      assert.equal(String(html).length, DISPLAY_LIMIT);
    }
    for (
      const code of [
        `await Deno.jupyter.display(${page(DISPLAY_LIMIT + 1)})`,
        page(DISPLAY_LIMIT + 1),
      ]
    ) {
      const { error, outputs } = await kernel.execute(code, TIMEOUT_MS);
      const told = "Cannot display the value as it must have at most 8000000 characters: " +
        "current value has 8000001";
      assert.deepEqual([error?.ename, error?.evalue], ["RangeError", told]);
      assert.deepEqual(outputs, [error]);
    }
  });

  await t.step("returns an error for code that cannot be parsed", async () => {
    const { error, outputs } = await kernel.execute("const x = ;", TIMEOUT_MS);
    assert.equal(error?.ename, "SyntaxError");
    assert.equal(error?.evalue, "Expression expected (line 1, column 11)");
    assert.deepEqual(outputs, [error]);
  });

  await t.step("imports relative to the kernel's folder, through the project's map", async () => {
    const { outputs } = await kernel.execute(
      `import { encodeFrame } from "./zmtp_frame.ts";
       import { desc } from "arquero";
       console.log(typeof encodeFrame, typeof desc);`,
      TIMEOUT_MS,
    );
    assert.deepEqual(outputs, [
      { output_type: "stream", name: "stdout", text: "function function\n" },
    ]);
  });
});

Deno.test("execute() loses no result of 100 short pieces of code", async () => {
  await using kernel = await startKernel({ cwd, now: Date.now });
  for (let i = 0; i < 100; i++) {
    const { outputs } = await kernel.execute(`console.log(${i}); "value"`, TIMEOUT_MS);
    const types = outputs.map((output) => output.output_type).sort();
    assert.deepEqual(types, ["execute_result", "stream"], `in piece ${i}`);
  }
});

Deno.test("execute() keeps 5,000 lines, the value after them, and what follows", async () => {
  await using kernel = await startKernel({ cwd, now: Date.now });
  const { outputs } = await kernel.execute(
    "for (let i = 0; i < 5000; i++) console.log(i, 'x'.repeat(100)); 7",
    TIMEOUT_MS,
  );
  const lines = Array.from({ length: 5000 }, (_, i) => `${i} ${"x".repeat(100)}\n`);
  assert.deepEqual(
    outputs.flatMap((output) => output.output_type === "stream" ? [output.text] : []).join(""),
    lines.join(""),
  );
  assert.equal(outputs.filter(({ output_type }) => output_type === "execute_result").length, 1);
  const silenced = await kernel.execute("console.log = () => {}; 8", TIMEOUT_MS);
  assert.equal(silenced.executionCount, 2);
  assert.deepEqual(silenced.outputs.map((output) => output.output_type), ["execute_result"]);
});

Deno.test("execute() keeps one text of five megabytes", async () => {
  await using kernel = await startKernel({ cwd, now: Date.now });
  const { outputs } = await kernel.execute("console.log('y'.repeat(5e6))", TIMEOUT_MS);
  assert.deepEqual(outputs, [
    { output_type: "stream", name: "stdout", text: `${"y".repeat(5e6)}\n` },
  ]);
});

Deno.test("execute() reports what nobody handled, at the code in which it came up", async () => {
  await using kernel = await startKernel({ cwd, now: Date.now });
  const early = await kernel.execute(
    "setTimeout(() => { throw new RangeError('Late') }, 500); Promise.reject(new TypeError('Soon'))",
    TIMEOUT_MS,
  );
  assert.deepEqual([early.error?.ename, early.error?.evalue], ["TypeError", "Soon"]);
  assert.equal(early.position, undefined);
  const late = await kernel.execute("await new Promise((go) => setTimeout(go, 2000))", TIMEOUT_MS);
  assert.deepEqual([late.error?.ename, late.error?.evalue], ["RangeError", "Late"]);
  assert.deepEqual(late.outputs, [late.error]);
  const handled = "const rejected = Promise.reject(1); rejected.catch(() => {}); undefined";
  assert.equal((await kernel.execute(handled, TIMEOUT_MS)).error, undefined);
});

Deno.test("execute() kills code that takes too long and keeps what it showed", async () => {
  await using kernel = await startKernel({ cwd, now: Date.now });
  const { outputs, error, cause, executionCount } = await kernel.execute(
    "console.log('begun'); await new Promise(() => {})",
    1500,
  );
  assert.deepEqual([executionCount, cause?.name, error?.evalue], [
    null,
    "KernelTimeoutError",
    "Cannot run the code as it must take at most 1500 ms",
  ]);
  assert.deepEqual(outputs, [{ output_type: "stream", name: "stdout", text: "begun\n" }, error]);
  const after = await kernel.execute("1", TIMEOUT_MS);
  assert.equal(after.cause?.name, "KernelDeathError");
});

Deno.test("execute() ends code that is interrupted, waiting or busy, and keeps what it showed", async () => {
  for (const code of ["await new Promise(() => {})", "while (true);"]) {
    const stop = new AbortController();
    await using kernel = await startKernel({ cwd, now: Date.now, signal: stop.signal });
    const running = kernel.execute(`console.log("begun"); ${code}`, TIMEOUT_MS);
    setTimeout(() => stop.abort(), 1500);
    const { outputs, cause } = await running;
    assert.equal(cause?.name, "KernelInterruptedError");
    assert.deepEqual(outputs[0], { output_type: "stream", name: "stdout", text: "begun\n" });
  }
});

Deno.test("execute() tells that the kernel ended, and how", async () => {
  await using kernel = await startKernel({ cwd, now: Date.now });
  const { cause } = await kernel.execute("Deno.exit(3)", TIMEOUT_MS);
  assert.equal(cause?.name, "KernelDeathError");
  assert.match(cause!.message, /^Cannot go on as the kernel ended with exit code 3/);
});

Deno.test("startKernel() gives its kernel variables of its own", async () => {
  const env = { WATTBOOK_HOME: "/nowhere" };
  await using kernel = await startKernel({ cwd, now: Date.now, env });
  const { outputs } = await kernel.execute(
    "console.log(Deno.env.get('WATTBOOK_HOME'))",
    TIMEOUT_MS,
  );
  assert.deepEqual(outputs, [{ output_type: "stream", name: "stdout", text: "/nowhere\n" }]);
});

Deno.test("startKernel() gives up when the kernel does not answer in time", async () => {
  await assert.rejects(startKernel({ cwd, now: Date.now, startTimeoutMs: 1 }), {
    name: "KernelTimeoutError",
    message: "Cannot start the kernel as it must take at most 1 ms",
  });
});
