import assert from "node:assert/strict";
import type { SearchGrammar } from "./grammar.ts";
import { order } from "./order.ts";

const grammar: SearchGrammar = {
  attributeNames: ["attributes"],
  attributes: { name: { type: "text", value: "r.name" } },
  entities: {
    tags: { type: "text", value: "t.value", from: "tags t WHERE t.id = r.id", key: "t.key" },
  },
};

Deno.test("order() is ascending unless told otherwise, and settles ties", () => {
  assert.deepEqual(order(grammar, ["name", "tags.k desc"], "r.id"), {
    text: "r.name IS NULL, r.name ASC, " +
      "(SELECT t.value FROM tags t WHERE t.id = r.id AND t.key = ?) IS NULL, " +
      "(SELECT t.value FROM tags t WHERE t.id = r.id AND t.key = ?) DESC, r.id",
    values: ["k", "k"],
  });
  assert.deepEqual(order(grammar, [], "r.id"), { text: "r.id", values: [] });
});

Deno.test("order() refuses a key twice, an unknown key and an unknown direction", () => {
  assert.throws(() => order(grammar, ["name", "attributes.name DESC"], ""), /duplicate fields/);
  assert.throws(() => order(grammar, ["moon"], ""), /Invalid attribute key 'moon'/);
  for (const clause of ["name UP", "name ASC DESC", "", "1"]) {
    assert.throws(() => order(grammar, [clause], ""), /Invalid clause/, clause);
  }
});
