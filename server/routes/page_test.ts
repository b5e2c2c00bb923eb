import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps.ts";

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
  assert.match(text, /<h1 id="meter">room-4-01<\/h1>/);
  assert.match(text, /26 Feb 2024 to 24 Mar 2024, hourly, UTC/);
  for (const start of ["2024-02-28T01:00", "2024-03-07T14:00", "2024-03-18T20:00"]) {
    assert.ok(text.includes(`datetime="${start}:00.000Z"`), start);
  }
});

Deno.test("GET / names the drifted features and the model in plain words", async () => {
  const { text } = await get("/");
  assert.match(
    text,
    /From 1 Jan 2024 to 24 Mar 2024 the data was far from [^<]*: 1 of 2 features drifted, mostly residual week\./,
  );
  assert.match(text, /energy-anomaly version 3/);
});

Deno.test("GET / shows the meter and days asked for", async () => {
  const { text } = await get("/?meter=room-6-01&from=2024-01-08&to=2024-01-14");
  assert.match(text, /<h1 id="meter">room-6-01<\/h1>/);
  assert.match(text, /8 Jan 2024 to 14 Jan 2024/);
  assert.match(text, /No anomalies in these days/);
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
  const empty = createApp({ ...deps, meters: () => Promise.resolve([]) });
  const response = await empty.request("/");
  assert.equal(response.status, 200);
  assert.match(await response.text(), /No meter has been scored yet/);
});
