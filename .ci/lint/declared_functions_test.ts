import assert from "node:assert/strict";
import { declaredFunctions } from "./declared_functions.ts";
import { ruleMessages } from "./rule_messages.ts";

const message = `Cannot keep the top-level function "mean" in a constant: ` +
  "write a function declaration";

Deno.test("declaredFunctions refuses top-level arrows and function expressions", () => {
  for (
    const source of [
      "const mean = () => 0;",
      "export const mean = () => 0;",
      "const mean: () => number = () => 0;",
      "const mean = function () { return 0; };",
    ]
  ) {
    assert.deepEqual(ruleMessages(declaredFunctions, "models/mean.ts", source), [message]);
  }
});

Deno.test("declaredFunctions lets declarations and inner arrows pass", () => {
  const source = `export function mean() { const add = (a: number) => a; return add(0); }
const members = { zero: () => 0 };`;
  assert.deepEqual(ruleMessages(declaredFunctions, "models/mean.ts", source), []);
});
