import assert from "node:assert/strict";
import type { SearchGrammar } from "./grammar.ts";
import { order, parseDistinctOrders, parseOrders } from "./order.ts";
import { registeredModelOrderKey } from "./registry_filter.ts";
import { runOrderKey } from "./run_filter.ts";

const grammar: SearchGrammar = {
  attributes: { status: "r.status" },
  entities: {
    tag: { value: "t.value", from: "tags t WHERE t.id = r.id", key: "t.key" },
    metric: { value: "m.value", isNan: "m.is_nan", from: "m WHERE m.id = r.id", key: "m.key" },
  },
};

Deno.test("order() is ascending unless told otherwise, and settles ties", () => {
  const keys = parseOrders(["status", "tags.k desc"], runOrderKey);
  assert.deepEqual(order(grammar, keys, "r.id"), {
    text: "r.status IS NULL, r.status ASC, " +
      "(SELECT t.value FROM tags t WHERE t.id = r.id AND t.key = ?) IS NULL, " +
      "(SELECT t.value FROM tags t WHERE t.id = r.id AND t.key = ?) DESC, r.id",
    values: ["k", "k"],
  });
  assert.deepEqual(order(grammar, [], "r.id"), { text: "r.id", values: [] });
});

Deno.test("order() puts NaN between numbers and what is missing", () => {
  const { text, values } = order(grammar, parseOrders(["metrics.auc"], runOrderKey), "r.id");
  const read = (column: string) => `(SELECT ${column} FROM m WHERE m.id = r.id AND m.key = ?)`;
  assert.equal(
    text,
    `${read("m.value")} IS NULL, ${read("m.is_nan")}, ${read("m.value")} ASC, r.id`,
  );
  assert.deepEqual(values, ["auc", "auc", "auc"]);
});

Deno.test("parseOrders() reads quoted keys, and timestamp, which is a type of SQL", () => {
  const read = (clause: string) => parseOrders([clause], runOrderKey)[0];
  assert.deepEqual(read('tags."a b" DESC'), { type: "tag", key: "a b", ascending: false });
  assert.deepEqual(read("tags.`a b`"), { type: "tag", key: "a b", ascending: true });
  assert.deepEqual(parseOrders(["timestamp DESC"], registeredModelOrderKey), [
    { type: "attribute", key: "last_updated_timestamp", ascending: false },
  ]);
});

Deno.test("parseOrders() refuses other directions and endless keys", () => {
  assert.throws(() => parseOrders(["status UP"], runOrderKey), {
    message: "Invalid ordering key in order_by clause 'status UP'.",
  });
  assert.throws(() => parseOrders([""], runOrderKey), {
    message: "Invalid order_by clause ''. Could not be parsed.",
  });
  const keys = Array.from({ length: 101 }, (_, i) => `tags.k${i}`);
  assert.equal(parseOrders(keys.slice(1), runOrderKey).length, 100);
  assert.throws(() => parseOrders(keys, runOrderKey), /at most 100 keys to order by, got 101/);
});

Deno.test("parseDistinctOrders() knows a key by each of its names", () => {
  assert.throws(() => parseDistinctOrders(["created", "start_time DESC"], runOrderKey), {
    message: "`order_by` contains duplicate fields: ['created', 'start_time DESC']",
  });
});
