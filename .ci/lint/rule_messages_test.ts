import assert from "node:assert/strict";
import { ruleMessages } from "./rule_messages.ts";

const labels: Deno.lint.Rule = {
  create: (context) => ({
    LabeledStatement: (node) => context.report({ node, message: `Label in ${context.filename}` }),
  }),
};

Deno.test("ruleMessages() returns the messages in source order with the given path", () => {
  assert.deepEqual(ruleMessages(labels, "data/gaps.ts", "a: for (;;) {}\nb: for (;;) {}"), [
    "Label in data/gaps.ts",
    "Label in data/gaps.ts",
  ]);
});

Deno.test("ruleMessages() returns nothing for a snippet in order", () => {
  assert.deepEqual(ruleMessages(labels, "data/gaps.ts", "for (;;) {}"), []);
});
