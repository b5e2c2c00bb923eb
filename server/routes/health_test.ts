import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("GET and HEAD /health answer 200", async () => {
  await using deps = await hostelDeps();
  const app = createApp(deps);
  assert.equal(await (await app.request("/health")).text(), "\n");
  const head = await app.request("/health", { method: "HEAD" });
  assert.deepEqual([head.status, await head.text()], [200, ""]);
});
