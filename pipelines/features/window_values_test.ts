import assert from "node:assert/strict";
import { type Database, openDatabase } from "../../data/duckdb/mod.ts";
import { type Node, parseSelect, printExpressions } from "./sql_tree.ts";
import { asAggregates, isOwnValue, valueOf } from "./window_values.ts";

/** The texts of aggregates and of what is computed for them. */
async function aggregatesOf(db: Database, windows: readonly Node[]) {
  const asked: Node[] = [];
  const ask = (node: Node, alias: string) => asked.push({ ...node, alias }) - 1;
  const { values, computed } = asAggregates(windows, ask);
  const texts = await printExpressions(db, asked);
  return { values: values.map((i) => texts[i]), computed: computed.map((i) => texts[i]) };
}

Deno.test("a window becomes an aggregate, and a name for its value", async () => {
  await using db = await openDatabase({ threads: 1 });
  const parts = async (window: string) => {
    const { select_list: [node] } = await parseSelect(db, `SELECT ${window} OVER (ORDER BY h)`);
    const { values: [aggregate] } = await aggregatesOf(db, [node]);
    const [value] = await printExpressions(db, [valueOf(node, ["f", "v"])]);
    return [aggregate.replace(/ AS value_0$/, ""), value, isOwnValue(node)];
  };
  assert.deepEqual(await parts("max(kwh)"), ["max(kwh)", "f.v", true]);
  assert.deepEqual(await parts("sum(kwh)"), ["sum(kwh)", "f.v", false]);
  // No row counts as none, and a filter may keep the one row out.
  assert.deepEqual(await parts("count(kwh)"), ["count(kwh)", "COALESCE(f.v, 0)", false]);
  assert.deepEqual(await parts("min(kwh) FILTER (WHERE h > 1)"), [
    "min(kwh) FILTER (WHERE (h > 1))",
    "f.v",
    false,
  ]);
});

Deno.test("aggregates are of columns, and all else that they aggregate is named", async () => {
  await using db = await openDatabase({ threads: 1 });
  const { select_list } = await parseSelect(
    db,
    `SELECT sum(kwh * kwh) OVER w, count(*) OVER w, quantile_cont(abs(kwh), 0.5) OVER w,
      sum(kwh * kwh) FILTER (WHERE h > 1) OVER w, min(kwh) OVER w FROM t WINDOW w AS (ORDER BY h)`,
  );
  assert.deepEqual(await aggregatesOf(db, select_list), {
    values: [
      "sum(argument_0) AS value_0",
      "count() AS value_1",
      "quantile_cont(argument_1, 0.5) AS value_2",
      "sum(argument_2) FILTER (WHERE (h > 1)) AS value_3",
      "min(kwh) AS value_4",
    ],
    computed: [
      "(kwh * kwh) AS argument_0",
      "abs(kwh) AS argument_1",
      "(kwh * kwh) AS argument_2",
    ],
  });
});
