import assert from "node:assert/strict";
import { hostelDeps } from "../hostel_deps_fixture.ts";
import { driftReportSchema } from "./drift.ts";

Deno.test("driftReportSchema says all that a report says", async () => {
  await using deps = await hostelDeps();
  const report = JSON.parse(JSON.stringify(await deps.reports.latest()));
  assert.deepEqual(driftReportSchema.parse(report), report);
});
