import assert from "node:assert/strict";
import { isReportId, plainReport } from "../../pipelines/monitoring/mod.ts";
import { DRIFT_REPORT } from "../../pipelines/monitoring/report_fixture.ts";
import { newReportSchema, reportListSchema, reportPathSchema } from "./drift_reports.ts";

Deno.test("reportListSchema says all that a report says but for its sections", () => {
  const { sections: _, ...summary } = plainReport(DRIFT_REPORT);
  assert.deepEqual(reportListSchema.parse({ reports: [summary] }), { reports: [summary] });
});

Deno.test("reportPathSchema takes the ids that reports have", () => {
  for (const id of [DRIFT_REPORT.id, `${DRIFT_REPORT.id}\n`, "latest", "../x"]) {
    assert.equal(reportPathSchema.safeParse({ id }).success, isReportId(id), id);
  }
});

Deno.test("newReportSchema takes days and times up to 366 days apart", () => {
  const takes = (from: string, to: string) => newReportSchema.safeParse({ from, to }).success;
  assert.ok(takes("2023-03-01", "2024-03-01"));
  assert.ok(takes("2024-03-01T06:00:00+05:00", "2024-03-01T02:00:00Z"));
  assert.ok(!takes("2024-03-01T06:00:00+05:00", "2024-03-01T01:00:00Z"));
  assert.ok(!takes("2024-03-01T06:00:00", "2024-03-02T06:00:00"));
});
