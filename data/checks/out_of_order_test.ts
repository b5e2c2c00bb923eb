import assert from "node:assert/strict";
import { assertCheckConforms, cleanSeries, HOUR, issuesOf, START } from "./check_conformance.ts";
import { outOfOrder } from "./out_of_order.ts";

Deno.test("outOfOrder finds two rows that come after a later time", async () => {
  await assertCheckConforms(outOfOrder, (rows) => {
    rows.splice(50, 0, ...rows.splice(20, 2));
  }, [{ from: START + 20 * HOUR, to: START + 22 * HOUR, count: 2 }]);
});

Deno.test("outOfOrder lets meters interleave and times repeat", async () => {
  const rows = cleanSeries().sort((a, b) => a.ts - b.ts);
  rows.splice(1, 0, rows[0]);
  assert.deepEqual(await issuesOf(outOfOrder, rows), []);
});
