import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);

Deno.test("GET /api/v1/drift/reports/:id gives the report as it is", async () => {
  const [id] = await deps.reports.list();
  const response = await app.request(`/api/v1/drift/reports/${id}`);
  assert.deepEqual(await response.json(), await deps.reports.read(id));
});

Deno.test("GET /api/v1/drift/reports/:id is a 404 problem for whatever is no report", async () => {
  for (const id of ["20200501T093000000Z-00c0ffee", "b1", "..%2F..%2Fmlflow", "%00"]) {
    const response = await app.request(`/api/v1/drift/reports/${id}`);
    assert.equal(response.status, 404);
    const { detail } = await response.json();
    assert.equal(
      detail,
      `Cannot find a drift report: there is none of id ${JSON.stringify(decodeURIComponent(id))}`,
    );
  }
});
