import assert from "node:assert/strict";
import { ReportUnderWayError } from "./report_under_way_error.ts";

Deno.test("ReportUnderWayError says what to do", () => {
  assert.equal(
    String(new ReportUnderWayError()),
    "ReportUnderWayError: Cannot make a report as another one is being made: wait for it",
  );
});
