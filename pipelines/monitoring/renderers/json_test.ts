import assert from "node:assert/strict";
import { plainReport } from "../report.ts";
import { DRIFT_REPORT } from "../report_fixture.ts";
import { json } from "./json.ts";

Deno.test("json holds the report without what is made for people", () => {
  const text = json.render(DRIFT_REPORT);
  assert.deepEqual(JSON.parse(text), plainReport(DRIFT_REPORT));
  assert.ok(text.endsWith("}\n"));
});
