import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("GET /drift shows the last report and leads to each", async () => {
  await using deps = await hostelDeps();
  const [id] = await deps.reports.list();
  const text = await (await createApp(deps).request("/drift")).text();
  assert.match(text, /From 12 Feb 2024 to 24 Mar 2024 the data was not as usual\./);
  assert.match(text, /<dd>1 of 2 features differ from training, most of all residual_week\.<\/dd>/);
  assert.ok(text.includes(`<a href="/drift/${id}">12 Feb 2024 to 24 Mar 2024</a>`));
  assert.doesNotMatch(text, /Older reports/);
});

Deno.test("GET /drift says how to get a report where there is none", async () => {
  await using deps = await hostelDeps();
  const list = () => Promise.resolve([]);
  const latest = () => Promise.resolve(null);
  const app = createApp({ ...deps, reports: { ...deps.reports, list, latest } });
  const text = await (await app.request("/drift")).text();
  assert.match(text, /The task <code>monitor<\/code> makes one/);
  assert.doesNotMatch(text, /<table/);
});
