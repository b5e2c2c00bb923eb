import assert from "node:assert/strict";
import { isReportId, reportId } from "./report_id.ts";

Deno.test("reportId() is the time and the start of the digest of what it is about", () => {
  // printf '{"dataset":"hostel"}' | sha256sum
  assert.equal(
    reportId("2024-08-01T09:30:00.123Z", { dataset: "hostel" }),
    "20240801T093000123Z-66aea723",
  );
});

Deno.test("isReportId() refuses whatever else could name a file", () => {
  const id = "20240801T093000123Z-00c0ffee";
  const others = [`${id}/..`, `../${id}`, `${id}.json`, `${id}\n`, "latest", "", id.toUpperCase()];
  assert.deepEqual([id, ...others].filter(isReportId), [id]);
});
