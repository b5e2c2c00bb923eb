import assert from "node:assert/strict";
import { openDatabase } from "../duckdb/mod.ts";
import { usualHighest } from "./usual.ts";

/** The usual highest of the values 1 to `n`. */
async function usualOf(n: number): Promise<unknown> {
  await using db = await openDatabase({ threads: 1 });
  const rows = `SELECT 'a' AS meter_id, i AS kwh FROM range(1, ${n + 1}) r(i)`;
  const [row] = await db.rows<{ usual: number }>(usualHighest(rows, "kwh"));
  return row?.usual;
}

Deno.test("usualHighest() sets three values aside, from 400 on one in a hundred", async () => {
  const found = await Promise.all([0, 3, 4, 30, 168, 399, 400, 720, 10_000].map(usualOf));
  assert.deepEqual(found, [undefined, undefined, 1, 27, 165, 396, 396, 713, 9900]);
});

Deno.test("usualHighest() counts equal values one by one and keeps meters apart", async () => {
  await using db = await openDatabase({ threads: 1 });
  const rows = `SELECT * FROM (VALUES ('a', 9), ('a', 9), ('a', 9), ('a', 9), ('a', 1),
    ('b', 5), ('b', 4), ('b', 3), ('b', 2)) AS t(meter_id, kwh)`;
  assert.deepEqual(await db.rows(`${usualHighest(rows, "kwh")} ORDER BY meter_id`), [
    { meter_id: "a", usual: 9 },
    { meter_id: "b", usual: 2 },
  ]);
});
