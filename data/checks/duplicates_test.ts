import { assertCheckConforms, HOUR, START } from "./check_conformance.ts";
import { duplicates } from "./duplicates.ts";

Deno.test("duplicates joins neighbouring intervals and counts the rows beyond the first", async () => {
  await assertCheckConforms(duplicates, (rows) => {
    rows.push(rows[3], { ...rows[3], kwh: 7 }, { ...rows[4], kwh: null }, rows[9]);
  }, [
    { from: START + 3 * HOUR, to: START + 5 * HOUR, count: 3 },
    { from: START + 9 * HOUR, to: START + 10 * HOUR, count: 1 },
  ]);
});
