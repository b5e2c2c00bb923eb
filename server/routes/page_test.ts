import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { createModelTable } from "../engine/model_table.ts";
import { FAULTS, FAULTY_METER, hostelDeps } from "../hostel_deps_fixture.ts";

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);

async function get(path: string): Promise<{ status: number; text: string }> {
  const response = await app.request(path);
  return { status: response.status, text: await response.text() };
}

Deno.test("GET / shows the meter with most anomalies, its last four weeks and every event", async () => {
  const { status, text } = await get("/");
  assert.equal(status, 200);
  assert.ok(text.includes(`<h1 id="meter">${FAULTY_METER}</h1>`));
  assert.match(text, /26 Feb 2024 to 24 Mar 2024, hourly, UTC/);
  for (const { start } of FAULTS) {
    assert.ok(text.includes(`datetime="${new Date(start).toISOString()}"`), String(start));
  }
});

Deno.test("GET / names the verdict and the model in plain words", async () => {
  const { text } = await get("/");
  assert.match(text, /From 12 Feb 2024 to 24 Mar 2024 the data was not as usual\./);
  assert.match(text, /<dd>1 of 2 features differ from training, most of all residual_week\.<\/dd>/);
  assert.match(text, /Scored by <a [^>]*>energy-anomaly version 3<\/a>: an hour is anomalous from/);
});

Deno.test("GET / names the model that made the scores when another one serves", async () => {
  const models = createModelTable();
  models.add({ ...deps.model, version: "4" });
  const promoted = createApp({ ...deps, models });
  const text = await (await promoted.request("/")).text();
  assert.match(text, /Scored by energy-anomaly version 3\. <a [^>]*>energy-anomaly version 4</);
});

Deno.test("GET / looks once which scoring is the current one", async () => {
  let looks = 0;
  const counting = createApp({
    ...deps,
    latestScoring: () => {
      looks++;
      return deps.latestScoring();
    },
  });
  assert.equal((await counting.request("/")).status, 200);
  assert.equal(looks, 1);
});

Deno.test("GET / shows the meter and days asked for", async () => {
  const { text } = await get("/?meter=room-2-01&from=2024-01-01&to=2024-01-07");
  assert.match(text, /<h1 id="meter">room-2-01<\/h1>/);
  assert.match(text, /1 Jan 2024 to 7 Jan 2024/);
  assert.match(text, /No anomalies in these days/);
});

Deno.test("GET / leads back from days outside of the data", async () => {
  for (const days of ["from=1999-01-01", "from=2024-03-25&to=2024-04-01", "to=0000-01-01"]) {
    const { status, text } = await get(`/?meter=room-2-01&${days}`);
    assert.equal(status, 200);
    assert.match(text, /No hour of these days was scored\. .* 1 Jan 2024 to 24 Mar 2024\./);
    assert.ok(text.includes('<a href="/?meter=room-2-01">Show them</a>'));
  }
});

Deno.test("GET / leads back from a meter without scores", async () => {
  const { status, text } = await get("/?meter=attic");
  assert.equal(status, 404);
  assert.ok(text.includes("Cannot show meter &quot;attic&quot;: it has not been scored"));
  assert.ok(text.includes('<a href="/">Back to the meters</a>'));
});

Deno.test("GET / escapes what it was asked for", async () => {
  const { status, text } = await get("/?meter=%3Cscript%3Ealert(1)%3C/script%3E");
  assert.equal(status, 404);
  assert.ok(text.includes("&lt;script&gt;alert(1)&lt;/script&gt;"));
  assert.ok(!text.includes("<script"));
});

Deno.test("GET / refuses malformed days with a page", async () => {
  const { status, text } = await get("/?from=yesterday");
  assert.equal(status, 400);
  assert.ok(text.includes("expected a day such as 2024-03-31"));
});

Deno.test("GET / says how to score when nothing was scored", async () => {
  const empty = createApp({ ...deps, latestScoring: () => Promise.resolve(null) });
  const response = await empty.request("/");
  assert.equal(response.status, 200);
  assert.match(await response.text(), /No meter has been scored yet/);
});
