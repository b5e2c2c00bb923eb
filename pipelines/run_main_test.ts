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

async function run(...args: string[]) {
  const told = { out: "", err: "" };
  const code = await runMain(
    commands,
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
