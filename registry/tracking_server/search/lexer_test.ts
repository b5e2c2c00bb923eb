import assert from "node:assert/strict";
import { invalidClause, tokens } from "./lexer.ts";

Deno.test("tokens() undoes the quotes of keys, whose dots belong to them", () => {
  const keys = tokens('metrics.val.loss tags.`a b.c` params."x\'y" `Run name`');
  assert.deepEqual(keys.map((token) => token.kind === "name" ? token.parts : token.kind), [
    ["metrics", "val.loss"],
    ["tags", "a b.c"],
    ["params", "x'y"],
    ["Run name"],
  ]);
});

Deno.test("tokens() reads numbers, texts and signs", () => {
  const values = tokens("-1.5e3 .5 'it' \"is\" >= != (,)").map((token) =>
    "value" in token ? token.value : token.source
  );
  assert.deepEqual(values, [-1500, 0.5, "it", "is", ">=", "!=", "(", ",", ")"]);
});

Deno.test("tokens() shows where the grammar ends", () => {
  assert.throws(() => tokens("a = ; DROP"), {
    message: "Invalid clause(s) in filter string: '; DROP'",
  });
  assert.throws(() => tokens("a = 'open"), { message: /''open'$/ });
  assert.equal(invalidClause("x").errorCode, "INVALID_PARAMETER_VALUE");
});
