import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("GET /api/v1/drift/reports/latest gives the report as it is", async () => {
  await using deps = await hostelDeps();
  const response = await createApp(deps).request("/api/v1/drift/reports/latest");
  assert.deepEqual(await response.json(), await deps.reports.latest());
});

Deno.test("GET /api/v1/drift/reports/latest is a 404 problem before the first report", async () => {
  await using deps = await hostelDeps();
  const reports = { ...deps.reports, latest: () => Promise.resolve(null) };
  const response = await createApp({ ...deps, reports }).request("/api/v1/drift/reports/latest");
  assert.equal(response.status, 404);
  assert.equal(
    (await response.json()).detail,
    "Cannot show a drift report as none was made yet: run monitor",
  );
});
