import assert from "node:assert/strict";
import { defineCommand } from "./commands/command.ts";
import type { PipelineCommand } from "./commands/command.ts";
import { parseConfig } from "./config.ts";
import { openContext } from "./context.ts";
import { runCommand } from "./run_command.ts";

const greet = defineCommand({
  syntax: {
    name: "greet",
    summary: "Greets",
    options: { name: { type: "string", description: "Whom", default: "you" } },
  },
  async run(_context, { name }, progress) {
    if (name === "nobody") throw new RangeError("Cannot greet", { cause: new Error("Gone") });
    await progress.step("think", () => {});
    const code = name === "half" ? 130 : undefined;
    return { text: `Hello ${name}`, json: { hello: name }, code };
  },
});

async function run(...args: string[]) {
  const home = await Deno.makeTempDir();
  const told = { out: "", err: "" };
  const code = await runCommand(
    greet as PipelineCommand,
    args,
    () => openContext(parseConfig({ WATTBOOK_HOME: home }), () => 0),
    {
      out: (text) => void (told.out += text),
      err: (text) => void (told.err += text),
      isTerminal: false,
      now: () => 0,
    },
  );
  return { code, ...told };
}

Deno.test("runCommand() prints the result to out and progress to err", async () => {
  assert.deepEqual(await run("--name", "Ada"), {
    code: 0,
    out: "Hello Ada\n",
    err: "think …\nthink done in 0.0 s\n",
  });
});

Deno.test("runCommand() ends with the code of the result", async () => {
  const { code, out } = await run("--name", "half");
  assert.deepEqual([code, out], [130, "Hello half\n"]);
});

Deno.test("runCommand() prints one JSON object as the last line", async () => {
  const { out } = await run("--json");
  assert.equal(out.trimEnd().split("\n").at(-1), '{"hello":"you"}');
});

Deno.test("runCommand() prints the result before the command serves", async () => {
  const told: string[] = [];
  const command = defineCommand({
    syntax: { name: "wait", summary: "Waits", options: {} },
    run: () =>
      Promise.resolve({
        text: "ready",
        json: {},
        serve: () => Promise.resolve(void told.push("served")),
      }),
  });
  const home = await Deno.makeTempDir();
  const code = await runCommand(
    command,
    [],
    () => openContext(parseConfig({ WATTBOOK_HOME: home }), () => 0),
    { out: (text) => told.push(text), err() {}, isTerminal: false, now: () => 0 },
  );
  assert.equal(code, 0);
  assert.deepEqual(told, ["ready\n", "served"]);
  await Deno.remove(home, { recursive: true });
});

Deno.test("runCommand() gives a command its words and a context of its own kind, and closes that", async () => {
  const told: string[] = [];
  const context = {
    greeting: "Hello",
    [Symbol.asyncDispose]: () => Promise.resolve(void told.push("closed")),
  };
  const command = defineCommand({
    syntax: { name: "greet", summary: "Greets", words: ["NAME"], options: {} },
    run: ({ greeting }: typeof context, _options, _progress, [name]) =>
      Promise.resolve({ text: `${greeting} ${name}`, json: {} }),
  });
  const code = await runCommand(command, ["Ada"], () => Promise.resolve(context), {
    out: (text) => told.push(text),
    err: assert.fail,
    isTerminal: false,
    now: () => 0,
  });
  assert.deepEqual([code, told], [0, ["Hello Ada\n", "closed"]]);
});

Deno.test("runCommand() tells a failure with its cause and ends with 1", async () => {
  const { code, out, err } = await run("--name", "nobody");
  assert.deepEqual([code, out], [1, ""]);
  assert.equal(err, "RangeError: Cannot greet\n  because: Error: Gone\n");
});

Deno.test("runCommand() ends with 2 on a wrong command line, before any work", async () => {
  const { code, err } = await run("--shout");
  assert.equal(code, 2);
  assert.match(err, /^UsageError: Cannot run "greet": .*--shout/);
});

Deno.test("runCommand() answers --help with the options and ends with 0", async () => {
  const { code, out } = await run("--name", "x", "--help");
  assert.equal(code, 0);
  assert.match(out, /--name STRING +Whom \(default: you\)\n +--json +Print one JSON object/);
});
