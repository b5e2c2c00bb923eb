import assert from "node:assert/strict";
import { importVisitor } from "./imports.ts";
import { ruleMessages } from "./rule_messages.ts";

const listed: Deno.lint.Rule = {
  create: (context) =>
    importVisitor(({ specifier, typeOnly, node }) =>
      context.report({ node, message: `${typeOnly ? "type" : "value"} ${specifier}` })
    ),
};

const forms: readonly (readonly [source: string, message: string])[] = [
  [`import { a } from "./a.ts";`, "value ./a.ts"],
  [`import "./effect.ts";`, "value ./effect.ts"],
  [`import type { A } from "./a.ts";`, "type ./a.ts"],
  [`import { type A } from "./a.ts";`, "value ./a.ts"],
  [`export { a } from "./a.ts";`, "value ./a.ts"],
  [`export type { A } from "./a.ts";`, "type ./a.ts"],
  [`export * from "./a.ts";`, "value ./a.ts"],
  [`export type * from "./a.ts";`, "type ./a.ts"],
  [`await import("./a.ts");`, "value ./a.ts"],
  [`type A = import("./a.ts").A;`, "type ./a.ts"],
];

for (const [source, message] of forms) {
  Deno.test(`importVisitor() sees ${source}`, () => {
    assert.deepEqual(ruleMessages(listed, "data/x.ts", source), [message]);
  });
}

Deno.test("importVisitor() passes over exports without a source and computed imports", () => {
  assert.deepEqual(ruleMessages(listed, "data/x.ts", "export const a = 1;"), []);
  assert.deepEqual(ruleMessages(listed, "data/x.ts", "await import(`./${name}.ts`);"), []);
});
