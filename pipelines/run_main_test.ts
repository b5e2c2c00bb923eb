import assert from "node:assert/strict";
import { defineCommand } from "./commands/command.ts";
import { runMain } from "./run_main.ts";

const commands = {
  boil: defineCommand({
    syntax: { name: "boil", summary: "Boils water.", options: {} },
    run: () => Promise.resolve({ text: "hot", json: {} }),
  }),
  brew: defineCommand({
    syntax: { name: "brew", summary: "Brews tea.", options: {} },
    run: () => Promise.resolve({ text: "tea", json: {} }),
  }),
};

function run(...args: string[]) {
  return runOf(commands, ...args);
}

async function runOf(all: Parameters<typeof runMain>[0], ...args: string[]) {
  const told = { out: "", err: "" };
  const code = await runMain(
    all,
    args,
    () => Promise.reject(new Error("Cannot open")),
    {
      out: (text) => void (told.out += text),
      err: (text) => void (told.err += text),
      isTerminal: false,
      now: () => 0,
    },
  );
  return { code, ...told };
}

Deno.test("runMain() lists the commands for --help and -h", async () => {
  const expected = {
    code: 0,
    out: [
      "Usage: deno task COMMAND [options]",
      "",
      "  boil  Boils water.",
      "  brew  Brews tea.",
      "",
      "The options of a command: deno task COMMAND --help",
      "",
    ].join("\n"),
    err: "",
  };
  assert.deepEqual(await run("--help"), expected);
  assert.deepEqual(await run("-h"), expected);
});

Deno.test("runMain() runs the command that is named, with the words after it", async () => {
  assert.match((await run("brew", "-h")).out, /^Brews tea\./);
  assert.deepEqual(await run("boil"), { code: 1, out: "", err: "Error: Cannot open\n" });
});

Deno.test("runMain() names the commands there are where none of them is", async () => {
  const expected = "expected boil, brew\n";
  assert.deepEqual(await run("bake"), { code: 2, out: "", err: `Cannot run "bake": ${expected}` });
  assert.deepEqual(await run(), { code: 2, out: "", err: `Cannot run "": ${expected}` });
  // Names that every object has are no commands either.
  assert.equal((await run("constructor")).code, 2);
});

Deno.test("runMain() takes the longest name that the first two words fit", async () => {
  const command = (name: string, words: readonly string[] = []) =>
    defineCommand({
      syntax: { name, summary: `Runs ${name}.`, words, options: {} },
      run: () => Promise.resolve({ text: name, json: {} }),
    });
  const family = {
    brew: commands.brew,
    "brew decaf": command("brew decaf", ["BEANS"]),
    pour: command("pour", ["CUP"]),
    "pour out": command("pour out"),
    "wash up": command("wash up"),
  };
  assert.match((await runOf(family, "brew", "--help")).out, /^Brews tea\./);
  assert.match((await runOf(family, "brew", "decaf", "--help")).out, /^Runs brew decaf\./);
  assert.equal(
    (await runOf(family, "brew", "decaf")).err,
    'UsageError: Cannot run "brew decaf": expected 1 word(s) [BEANS], got []\n',
  );
  // The word of a command that takes one is not the name of another.
  assert.equal((await runOf(family, "pour", "mug")).err, "Error: Cannot open\n");
  assert.deepEqual(await runOf(family, "brew", "decav"), {
    code: 2,
    out: "",
    err: 'Cannot run "brew decav": expected brew, brew decaf\n',
  });
  assert.equal((await runOf(family, "wash")).err, 'Cannot run "wash": expected wash up\n');
});
