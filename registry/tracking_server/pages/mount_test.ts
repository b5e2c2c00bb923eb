import assert from "node:assert/strict";
import { Hono } from "hono";
import { createTrackingApp } from "../app.ts";
import { openTrackingStore } from "../store.ts";
import { addPages } from "./mount.ts";

async function mounted(onError?: (error: unknown) => void) {
  const store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
  const app = new Hono();
  addPages(app, store, onError);
  return { app, store };
}

Deno.test("addPages() leads from the root to the experiments, below any prefix", async () => {
  const { app, store } = await mounted();
  using _ = store;
  const response = await app.request("/");
  assert.equal(response.status, 302);
  assert.equal(response.headers.get("location"), "pages/experiments");
  const prefixed = new Hono({ getPath: () => "/" });
  addPages(prefixed, store);
  for (const [asked, led] of [["/ml", "/ml/pages/"], ["/ml/", "/ml/pages/"], ["//", "//pages/"]]) {
    const { headers } = await prefixed.request(`http://localhost${asked}`);
    const url = new URL(headers.get("location") ?? "", `http://localhost${asked}`);
    assert.deepEqual([url.host, url.pathname], ["localhost", `${led}experiments`]);
  }
});

Deno.test("addPages() serves the style sheet, and a page for addresses of nothing", async () => {
  const { app, store } = await mounted();
  using _ = store;
  const sheet = await app.request("/pages/style.css");
  assert.match(await sheet.text(), /prefers-color-scheme: dark/);
  const known = { headers: { "if-none-match": sheet.headers.get("etag") ?? "" } };
  assert.equal((await app.request("/pages/style.css", known)).status, 304);
  for (const path of ["/pages/", "/pages/none", "/pages/run/1"]) {
    const response = await app.request(path);
    assert.equal(response.status, 404, path);
    assert.match(await response.text(), /There is no such page/);
  }
});

Deno.test("addPages() reports its own failures and keeps their text from the reader", async () => {
  const errors: unknown[] = [];
  const { app, store } = await mounted((error) => errors.push(error));
  using _ = store;
  store.database.run("DROP TABLE runs");
  const response = await app.request("/pages/experiments");
  assert.equal(response.status, 500);
  assert.doesNotMatch(await response.text(), /no such table/);
  assert.match(String(errors[0]), /no such table: runs/);
  assert.equal((await app.request("/pages/run?id=")).status, 400);
  assert.equal(errors.length, 1);
});

Deno.test("createTrackingApp() has pages below its prefix, and none where it serves files alone", async () => {
  using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
  const app = createTrackingApp({ store, staticPrefix: "/ml" });
  for (const root of ["http://localhost/ml", "http://localhost/ml/"]) {
    const { headers } = await app.request(root);
    const url = new URL(headers.get("location") ?? "", root);
    assert.equal(url.href, "http://localhost/ml/pages/experiments");
    assert.match(await (await app.request(url.href)).text(), /<h1>Experiments<\/h1>/);
  }
  const files = createTrackingApp({ store, serves: "artifacts" });
  assert.equal((await files.request("/pages/experiments")).status, 404);
});
