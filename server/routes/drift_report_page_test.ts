import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);

Deno.test("GET /drift/:id gives the stored page under a policy that allows its style alone", async () => {
  const [id] = await deps.reports.list();
  const response = await app.request(`/drift/${id}`);
  assert.equal(await response.text(), await deps.reports.page(id));
  const policy = response.headers.get("content-security-policy") ?? "";
  assert.match(policy, /^default-src 'none'; style-src( 'sha256-[^' ]+')+; /);
  assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
});

Deno.test("GET /drift/:id is a page that says so where there is no report", async () => {
  const response = await app.request("/drift/20200501T093000000Z-00c0ffee");
  assert.equal(response.status, 404);
  assert.match(
    await response.text(),
    /there is none of id &quot;20200501T093000000Z-00c0ffee&quot;/,
  );
});
