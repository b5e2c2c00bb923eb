import assert from "node:assert/strict";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { parseSelect, printExpressions } from "./sql_tree.ts";
import { asAggregate, isOwnValue, valueOf } from "./window_values.ts";

Deno.test("a window becomes an aggregate, and a name for its value", async () => {
  await using db = await openDatabase({ threads: 1 });
  const parts = async (window: string) => {
    const { select_list: [node] } = await parseSelect(db, `SELECT ${window} OVER (ORDER BY h)`);
    const texts = await printExpressions(db, [asAggregate(node), valueOf(node, ["f", "v"])]);
    return [...texts, isOwnValue(node)];
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
