import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";
import { routes } from "./mod.ts";

Deno.test("GET /openapi.json names every route and the address it was asked at", async () => {
  await using deps = await hostelDeps();
  const response = await createApp(deps).request("http://localhost:8123/openapi.json");
  const { openapi, servers, paths } = await response.json();
  assert.equal(openapi, "3.1.0");
  assert.deepEqual(servers, [{ url: "http://localhost:8123" }]);
  for (const { method, path, operation } of routes) {
    const described = paths[path.replaceAll(/:(\w+)/g, "{$1}")][method.toLowerCase()];
    assert.equal(described.operationId, operation.id);
  }
});
