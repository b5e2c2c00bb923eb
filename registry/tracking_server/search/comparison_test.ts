import assert from "node:assert/strict";
import {
  listComparators,
  nullComparators,
  numberComparators,
  textComparators,
} from "./comparison.ts";

Deno.test("the comparators are those of SearchUtils", () => {
  assert.deepEqual([...numberComparators].sort(), ["!=", "<", "<=", "=", ">", ">="]);
  assert.deepEqual([...textComparators, ...listComparators, ...nullComparators], [
    ...["=", "!=", "LIKE", "ILIKE", "IN", "NOT IN", "IS NULL", "IS NOT NULL"],
  ]);
});
