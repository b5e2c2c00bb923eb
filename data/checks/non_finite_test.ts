import { assertCheckConforms, HOUR, START } from "./check_conformance.ts";
import { nonFinite } from "./non_finite.ts";

Deno.test("nonFinite finds missing, NaN and infinite values", async () => {
  await assertCheckConforms(nonFinite, (rows) => {
    [null, NaN, Infinity, -Infinity].forEach((kwh, i) => rows[5 + i].kwh = kwh);
    rows[100].kwh = null;
    rows.push({ ...rows[100] });
  }, [
    { from: START + 5 * HOUR, to: START + 9 * HOUR, count: 4 },
    { from: START + 100 * HOUR, to: START + 101 * HOUR, count: 2 },
  ]);
});
