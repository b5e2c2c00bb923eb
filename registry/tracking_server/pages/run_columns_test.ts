import assert from "node:assert/strict";
import { parseOrders } from "../search/order.ts";
import { runOrderKey } from "../search/run_filter.ts";
import { columnName, columnOrderKey, offeredColumns, shownColumns } from "./run_columns.ts";

function run(metrics: readonly string[], params: readonly string[]) {
  return {
    data: {
      metrics: metrics.map((key) => ({ key, value: 1, timestamp: 0, step: 0 })),
      params: params.map((key) => ({ key, value: "1" })),
    },
  };
}

Deno.test("offeredColumns() joins the keys of all runs, each once", () => {
  const offered = offeredColumns([run(["b", "a"], ["x"]), run(["c", "a"], []), { data: {} }]);
  assert.deepEqual(offered.map(columnName), ["metrics.a", "metrics.b", "metrics.c", "params.x"]);
  const many = offeredColumns([run(Array.from({ length: 300 }, (_, i) => `m${i}`), [])]);
  assert.equal(many.length, 200);
});

Deno.test("shownColumns() shows a few of each kind, or what is asked for in that order", () => {
  const offered = offeredColumns([run([..."abcdefg"], [..."tuvwxyz"])]);
  assert.deepEqual(shownColumns([], offered).map(columnName), [
    ...[..."abcde"].map((key) => `metrics.${key}`),
    ...[..."tuvw"].map((key) => `params.${key}`),
  ]);
  const asked = ["params.z", "none", "metrics.with.dots", "params.z"];
  assert.deepEqual(shownColumns(asked, offered), [
    { kind: "params", key: "z" },
    { kind: "metrics", key: "with.dots" },
  ]);
  assert.throws(() => shownColumns(["tags.a"], offered), {
    message: "Cannot show the column 'tags.a': expected metrics.<key> or params.<key>",
  });
  assert.throws(
    () => shownColumns(Array.from({ length: 201 }, (_, i) => `params.${i}`), offered),
    /Cannot show 201 columns: expected at most 200/,
  );
});

Deno.test("columnOrderKey() is read back by the search's own grammar as the same key", () => {
  for (const key of ["auc", "val.auc", "a b", "tick`s", 'quo"te', "100 %", "'"]) {
    const clause = columnOrderKey({ kind: "metrics", key });
    assert.deepEqual(parseOrders([`${clause} DESC`], runOrderKey), [
      { type: "metric", key, ascending: false },
    ]);
  }
  assert.equal(columnOrderKey({ kind: "metrics", key: '`"' }), undefined);
});
