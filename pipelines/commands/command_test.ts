import assert from "node:assert/strict";
import { defineCommand } from "./command.ts";
import { commands } from "./mod.ts";

Deno.test("defineCommand() gives back the command as it is", () => {
  const command = {
    syntax: { name: "hello", summary: "Says hello", options: {} },
    run: () => Promise.resolve({ text: "hello", json: null }),
  };
  assert.equal(defineCommand(command), command);
});

Deno.test("every command has the name under which it is listed, and one sentence", () => {
  for (const [name, { syntax }] of Object.entries(commands)) {
    assert.equal(syntax.name, name);
    assert.match(syntax.summary, /^[A-Z].*\.$/);
  }
});
