import assert from "node:assert/strict";
import { assertCheckConforms, cleanSeries, HOUR, issuesOf, START } from "./check_conformance.ts";
import { negative } from "./negative.ts";

Deno.test("negative finds two neighbouring values below zero and the last one", async () => {
  await assertCheckConforms(negative, (rows) => {
    rows[5].kwh = -0.001;
    rows[6].kwh = -40;
    rows[719].kwh = -1;
  }, [
    { from: START + 5 * HOUR, to: START + 7 * HOUR, count: 2 },
    { from: START + 719 * HOUR, to: START + 720 * HOUR, count: 1 },
  ]);
});

Deno.test("negative leaves zero of either sign and what is no number alone", async () => {
  const rows = cleanSeries();
  [0, -0, NaN, null, -Infinity].forEach((kwh, i) => rows[i].kwh = kwh);
  assert.deepEqual(await issuesOf(negative, rows), []);
});
