import assert from "node:assert/strict";
import { DRIFT_REPORT } from "./drift_fixture.ts";
import { driftSummary } from "./drift_summary.ts";

Deno.test("driftSummary() names the window, how many features and the worst", () => {
  assert.equal(
    driftSummary(DRIFT_REPORT),
    "Drift from 2020-04-01 to 2020-05-01: 2 of 3 features differ from the reference, most of all residual_week, sd_24h",
  );
});

Deno.test("driftSummary() names no feature where none drifted", () => {
  const columns = DRIFT_REPORT.columns.map((column) => ({ ...column, drifted: false }));
  assert.equal(
    driftSummary({ ...DRIFT_REPORT, columns, drift: false }),
    "No drift from 2020-04-01 to 2020-05-01: 0 of 3 features differ from the reference",
  );
});

Deno.test("driftSummary() says which features went missing", () => {
  const columns = DRIFT_REPORT.columns.map((column, i) => ({ ...column, missing: i === 1 }));
  assert.match(driftSummary({ ...DRIFT_REPORT, columns }), /sd_24h; went missing: sd_24h$/);
});
