import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("GET /version is the bare version of MLflow", async () => {
  await using deps = await hostelDeps();
  const response = await createApp(deps).request("/version");
  assert.equal(response.headers.get("content-type"), "application/json");
  assert.equal(await response.text(), "3.11.1");
});
