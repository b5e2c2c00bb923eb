import assert from "node:assert/strict";
import { runStages, type Stage } from "./stages.ts";

function stage(name: string, code: string): Stage {
  return { name, command: [Deno.execPath(), "eval", code] };
}

async function run(stages: readonly Stage[]): Promise<[code: number, lines: string[]]> {
  const lines: string[] = [];
  const code = await runStages(stages, (line) => lines.push(line.replace(/\(\d+ s\)$/, "(? s)")));
  return [code, lines];
}

Deno.test("runStages() prints a line per stage and keeps the output of successes to itself", async () => {
  const stages = [stage("first", `console.log("chatter");`), stage("second", "1")];
  assert.deepEqual(await run(stages), [0, ["ok      first (? s)", "ok      second (? s)"]]);
});

Deno.test("runStages() stops at the first failure with its output and exit code", async () => {
  const stages = [
    stage("first", "1"),
    stage("second", `console.log("the reason"); Deno.exit(3);`),
    stage("third", "1"),
  ];
  assert.deepEqual(await run(stages), [
    3,
    ["ok      first (? s)", "FAILED  second (? s)", "the reason"],
  ]);
});

Deno.test("runStages() succeeds with nothing to do", async () => {
  assert.deepEqual(await run([]), [0, []]);
});
