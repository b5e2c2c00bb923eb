import assert from "node:assert/strict";
import fc from "fast-check";
import { openDatabase } from "../../data/duckdb/mod.ts";
import { matrix } from "../../models/mod.ts";
import { joinRows, partsByMeter } from "./meter_parts.ts";

function reading(meterId: string, ts = 0) {
  return { meterId, ts, kwh: 1 };
}

Deno.test("partsByMeter() shares out all readings, a meter in one part, in the order of DuckDB", async () => {
  await using db = await openDatabase({ threads: 1 });
  await db.run("CREATE TABLE ids (meter_id VARCHAR, place INTEGER)");
  // The last two sort one way by UTF-16 and the other by bytes.
  const meterId = fc.constantFrom("a", "b", "B", "10", "9", "é", "\uff5e", "\u{1f600}");
  await fc.assert(
    fc.asyncProperty(
      fc.array(meterId, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 4 }),
      async (ids, most) => {
        const readings = ids.map((id, i) => reading(id, i));
        const parts = partsByMeter(readings, most);
        assert.ok(parts.length <= most);
        assert.deepEqual(parts.flat().toSorted((a, b) => a.ts - b.ts), readings);
        await db.run("DELETE FROM ids");
        await db.append("ids", { meter_id: ids, place: ids.map((_, i) => i) });
        const rows = await db.rows<{ id: string }>(
          "SELECT DISTINCT meter_id AS id FROM ids ORDER BY meter_id",
        );
        const sorted = rows.map(({ id }) => id);
        // Each part's meters in DuckDB's order are those that come next.
        const order = parts.flatMap((part) => {
          const own = new Set(part.map(({ meterId }) => meterId));
          return sorted.filter((id) => own.has(id));
        });
        assert.deepEqual(order, sorted);
      },
    ),
    { numRuns: 40, seed: 3 },
  );
});

Deno.test("partsByMeter() makes parts of about the same size, and none that is empty", () => {
  const readings = ["a", "b", "c", "d"].flatMap((id) => Array(10).fill(reading(id)));
  const sizes = (count: number) => partsByMeter(readings, count).map(({ length }) => length);
  assert.deepEqual([1, 2, 3, 4, 9].map(sizes), [
    [40],
    [20, 20],
    [10, 20, 10],
    [10, 10, 10, 10],
    [10, 10, 10, 10],
  ]);
  const one = Array(40).fill(reading("a"));
  assert.deepEqual(partsByMeter(one, 4), [one]);
});

Deno.test("joinRows() puts every column of the parts together", () => {
  const part = (meterIds: string[], values: number[]) => ({
    x: matrix(["hour", "run_length"], values),
    meterIds,
    ts: Float64Array.from(meterIds, (_, i) => i),
    kwh: Float64Array.from(meterIds, (_, i) => 10 + i),
    expectedKwh: Float64Array.from(meterIds, () => NaN),
  });
  const { x, ...keys } = joinRows([
    part(["a", "a"], [1, 2, 3, 4]),
    part([], []),
    part(["b"], [5, 6]),
  ]);
  assert.deepEqual([x.rows, [...x.values]], [3, [1, 2, 3, 4, 5, 6]]);
  assert.deepEqual(keys, {
    meterIds: ["a", "a", "b"],
    ts: Float64Array.of(0, 1, 0),
    kwh: Float64Array.of(10, 11, 10),
    expectedKwh: Float64Array.of(NaN, NaN, NaN),
  });
});
