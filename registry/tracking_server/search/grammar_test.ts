import assert from "node:assert/strict";
import { parseFilter } from "./filter.ts";
import { condition, find, type SearchGrammar } from "./grammar.ts";

const grammar: SearchGrammar = {
  attributeNames: ["attributes"],
  attributes: {
    name: { type: "text", value: "r.name" },
    time: { type: "number", value: "r.time" },
  },
  entities: {
    tags: {
      type: "text",
      value: "t.value",
      from: "tags t WHERE t.id = r.id",
      key: "t.key",
      absentDiffers: ["prompt"],
    },
    dataset: { type: "text", value: "d.v", from: "d WHERE 1", key: "d.k", keys: ["name"] },
  },
};

function sql(filter: string): [string, readonly unknown[]] {
  const { text, values } = condition(grammar, parseFilter(filter));
  return [text, values];
}

Deno.test("condition() binds every value and joins by AND", () => {
  assert.deepEqual(sql("name = 'a' AND attributes.time >= 5"), [
    "(r.name = ?) AND (r.time >= ?)",
    ["a", 5],
  ]);
  assert.deepEqual(sql(""), ["1", []]);
});

Deno.test("condition() looks keyed entities up by key", () => {
  const exists = "EXISTS (SELECT 1 FROM tags t WHERE t.id = r.id AND t.key = ?";
  assert.deepEqual(sql("tags.k = 'v'"), [`(${exists} AND t.value = ?))`, ["k", "v"]]);
  assert.deepEqual(sql("tags.k IS NULL"), [`(NOT ${exists}))`, ["k"]]);
  assert.deepEqual(sql("tags.k != 'v'"), [`(${exists} AND t.value != ?))`, ["k", "v"]]);
  assert.deepEqual(sql("tags.prompt != 'v'"), [
    `(NOT ${exists} AND t.value = ?))`,
    ["prompt", "v"],
  ]);
});

Deno.test("condition() makes LIKE tell upper from lower case, and ILIKE not", () => {
  assert.deepEqual(sql("name LIKE 'a_%*?['"), ["(r.name GLOB ?)", ["a?*[*][?][[]"]]);
  assert.deepEqual(sql("name ILIKE 'a%'"), ["(r.name LIKE ?)", ["a%"]]);
  assert.deepEqual(sql("name NOT IN ('a', 'b')"), ["(r.name NOT IN (?, ?))", ["a", "b"]]);
});

Deno.test("condition() refuses comparators and values that do not fit", () => {
  assert.throws(() => sql("time LIKE 'a'"), /Invalid comparator 'LIKE' for 'time'/);
  assert.throws(() => sql("name > 'a'"), /Invalid comparator '>' for 'name'/);
  assert.throws(() => sql("time = 'a'"), /Expected a numeric value for 'time'. Got value a/);
  assert.throws(() => sql("name = 1"), /Expected a quoted string value for 'name'. Got value 1/);
  assert.throws(
    () => sql(`name LIKE '${"%".repeat(10_001)}'`),
    /at most 10000 characters of pattern, got/,
  );
  assert.throws(() => sql("name IS NULL"), /Invalid comparator 'IS NULL'/);
});

Deno.test("find() tells what there is when it finds nothing", () => {
  assert.throws(() => find(grammar, { entity: "moon", key: "a" }), {
    message: "Invalid entity type 'moon'. Valid values are ['tags', 'dataset', 'attributes']",
  });
  assert.throws(() => find(grammar, { entity: "dataset", key: "moon" }), {
    message: "Invalid dataset key 'moon'. Valid keys are ['name']",
  });
  assert.throws(() => find(grammar, { key: "constructor" }), {
    message: "Invalid attribute key 'constructor' specified. Valid keys are ['name', 'time']",
  });
});
