import assert from "node:assert/strict";
import { explicitInputs } from "./explicit_inputs.ts";
import { ruleMessages } from "./rule_messages.ts";

const hidden: readonly (readonly [source: string, found: string, argument: string])[] = [
  ["Math.random();", "Math.random", "seed"],
  ["Date.now();", "Date.now", "time"],
  ["const clock = Date.now;", "Date.now", "time"],
  ["new Date();", "new Date()", "time"],
  ["Temporal.Now.instant();", "Temporal.Now", "time"],
];

for (const [source, found, argument] of hidden) {
  Deno.test(`explicitInputs refuses ${source}`, () => {
    assert.deepEqual(ruleMessages(explicitInputs, "models/matrix.ts", source), [
      `Cannot use ${found} in "models/matrix.ts" as results must repeat: take the ${argument} ` +
      "as an argument",
    ]);
  });
}

Deno.test("explicitInputs lets a date of a given moment pass", () => {
  assert.deepEqual(ruleMessages(explicitInputs, "models/matrix.ts", "new Date(ts);"), []);
});

Deno.test("explicitInputs lets programs, the server and tests of outside programs pass", () => {
  for (const path of ["pipelines/main.ts", "server/app.ts", "registry/x_interop_test.ts"]) {
    assert.deepEqual(ruleMessages(explicitInputs, path, "Date.now();"), []);
  }
});
