import assert from "node:assert/strict";
import type { SearchGrammar } from "./grammar.ts";
import { order, parseOrder } from "./order.ts";

const grammar: SearchGrammar = {
  attributeNames: ["attributes"],
  attributes: { name: { type: "text", value: "r.name" } },
  entities: {
    tags: { type: "text", value: "t.value", from: "tags t WHERE t.id = r.id", key: "t.key" },
  },
};

Deno.test("order() is ascending unless told otherwise, and settles ties", () => {
  assert.deepEqual(order(grammar, ["name", "tags.k desc"].map(parseOrder), "r.id"), {
    text: "r.name IS NULL, r.name ASC, " +
      "(SELECT t.value FROM tags t WHERE t.id = r.id AND t.key = ?) IS NULL, " +
      "(SELECT t.value FROM tags t WHERE t.id = r.id AND t.key = ?) DESC, r.id",
    values: ["k", "k"],
  });
  assert.deepEqual(order(grammar, [], "r.id"), { text: "r.id", values: [] });
});

Deno.test("parseOrder() reads quoted keys, and no direction but ASC and DESC", () => {
  for (const clause of ["name", "`name` asc", '"name" ASC']) {
    assert.deepEqual(parseOrder(clause), { key: "name", ascending: true });
  }
  assert.deepEqual(parseOrder('tags."a b" DESC'), { entity: "tags", key: "a b", ascending: false });
  for (const clause of ["name UP", "name ASC DESC", "", "1", "'name'"]) {
    assert.throws(() => parseOrder(clause), /Invalid clause/, clause);
  }
});

Deno.test("order() refuses a key twice, an unknown key and endless keys", () => {
  const by = (...clauses: string[]) => () => order(grammar, clauses.map(parseOrder), "");
  assert.throws(by("name", "attributes.name DESC"), /duplicate fields/);
  assert.throws(by("moon"), /Invalid attribute key 'moon'/);
  const keys = Array.from({ length: 101 }, (_, i) => `tags.k${i}`);
  assert.equal(by(...keys.slice(1))().values.length, 200);
  assert.throws(by(...keys), /at most 100 keys to order by, got/);
});
