import assert from "node:assert/strict";
import type { Comparison } from "./comparison.ts";
import { condition, type SearchGrammar } from "./grammar.ts";

const grammar: SearchGrammar = {
  attributes: { name: "r.name", time: "r.time" },
  entities: { tag: { value: "t.value", from: "tags t WHERE t.id = r.id", key: "t.key" } },
};

function sql(...comparisons: Comparison[]): [string, readonly unknown[]] {
  const { text, values } = condition(grammar, comparisons);
  return [text, values];
}

Deno.test("condition() binds every value and joins by AND", () => {
  assert.deepEqual(
    sql(
      { type: "attribute", key: "name", comparator: "=", value: "a" },
      { type: "attribute", key: "time", comparator: ">=", value: 5 },
    ),
    ["(r.name = ?) AND (r.time >= ?)", ["a", 5]],
  );
  assert.deepEqual(sql(), ["1", []]);
});

Deno.test("condition() looks keyed entities up by key", () => {
  const exists = "EXISTS (SELECT 1 FROM tags t WHERE t.id = r.id AND t.key = ?";
  const tag = { type: "tag", key: "k" } as const;
  assert.deepEqual(sql({ ...tag, comparator: "!=", value: "v" }), [
    `(${exists} AND t.value != ?))`,
    ["k", "v"],
  ]);
  assert.deepEqual(sql({ ...tag, comparator: "IS NULL" }), [`(NOT ${exists}))`, ["k"]]);
  assert.deepEqual(sql({ ...tag, comparator: "IS NOT NULL" }), [`(${exists}))`, ["k"]]);
});

Deno.test("condition() makes LIKE tell upper from lower case, and ILIKE not", () => {
  const name = { type: "attribute", key: "name" } as const;
  assert.deepEqual(sql({ ...name, comparator: "LIKE", value: "a_%*?[" }), [
    "(r.name GLOB ?)",
    ["a?*[*][?][[]"],
  ]);
  assert.deepEqual(sql({ ...name, comparator: "ILIKE", value: "a%" }), ["(r.name LIKE ?)", ["a%"]]);
  assert.deepEqual(sql({ ...name, comparator: "NOT IN", value: ["a", "b"] }), [
    "(r.name NOT IN (?, ?))",
    ["a", "b"],
  ]);
  assert.throws(
    () => sql({ ...name, comparator: "LIKE", value: "%".repeat(10_001) }),
    /at most 10000 characters of pattern, got/,
  );
});
