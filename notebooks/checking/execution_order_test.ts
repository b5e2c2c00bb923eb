import assert from "node:assert/strict";
import type { Cell } from "../documents/mod.ts";
import { checkOrder } from "./execution_order.ts";

function order(...counts: (number | null | "markdown" | "blank")[]) {
  const cells = counts.map((count, i): Cell => {
    const shared = { id: `c${i}`, metadata: {}, source: count === "blank" ? " \n" : "1" };
    return count === "markdown" ? { ...shared, cell_type: "markdown" } : {
      ...shared,
      cell_type: "code",
      outputs: [],
      execution_count: count === "blank" ? null : count,
    };
  });
  return checkOrder({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
}

Deno.test("checkOrder() takes counts from 1 up, past Markdown and cells without code", () => {
  assert.deepEqual(order(1, "markdown", 2, "blank", 3), []);
  assert.deepEqual(order(), []);
});

Deno.test("checkOrder() names the first cell that is out of order, was left out or never ran", () => {
  const place = (...counts: Parameters<typeof order>) =>
    order(...counts).map(({ cell, message }) => [cell, message.split(": ")[1]]);
  assert.deepEqual(place(1, 3, 2), [[2, "the count must be 2, got 3"]]);
  assert.deepEqual(place(2, 3), [[1, "the count must be 1, got 2"]]);
  assert.deepEqual(place("markdown", 1, null), [[3, "the count must be 2, got none"]]);
});
