import assert from "node:assert/strict";
import { runCommand } from "./run_command.ts";

function evaluate(code: string): string[] {
  return [Deno.execPath(), "eval", code];
}

Deno.test("runCommand() returns the exit code and both streams", async () => {
  const { code, output } = await runCommand(
    evaluate(`console.log("out"); console.error("err"); Deno.exit(7);`),
  );
  assert.equal(code, 7);
  assert.deepEqual(output.trim().split("\n").sort(), ["err", "out"]);
});

Deno.test("runCommand() adds variables and asks for plain text", async () => {
  const source = `console.log(Deno.env.get("NO_COLOR"), Deno.env.get("WATTBOOK_X"));`;
  const { output } = await runCommand(evaluate(source), { env: { WATTBOOK_X: "x" } });
  assert.equal(output, "1 x\n");
});

Deno.test("runCommand() tells output as it arrives", async () => {
  const pieces: string[] = [];
  const { output } = await runCommand(evaluate(`console.log("é".repeat(100_000));`), {
    onOutput: (text) => pieces.push(text),
  });
  assert.equal(pieces.join(""), output);
  assert.equal(output, "é".repeat(100_000) + "\n");
});

Deno.test("runCommand() throws on a program that does not exist", async () => {
  await assert.rejects(runCommand(["wattbook-no-such-program"]), Deno.errors.NotFound);
});
