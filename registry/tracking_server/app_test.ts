import assert from "node:assert/strict";
import { createTrackingApp } from "./app.ts";
import { openTrackingStore } from "./store.ts";
import { withTracking } from "./tracking_fixture.ts";

Deno.test("createTrackingApp() tells its health, version and kind", async () => {
  await withTracking(async (_send, app) => {
    assert.equal(await (await app.request("/health")).text(), "OK");
    assert.equal(await (await app.request("/version")).text(), "3.11.1");
    for (const api of ["api", "ajax-api"]) {
      const info = await app.request(`/${api}/3.0/mlflow/server-info`);
      assert.deepEqual(await info.json(), { store_type: "SqlStore", workspaces_enabled: false });
    }
  });
});

Deno.test("createTrackingApp() answers what it lacks with 404 and nothing else", async () => {
  await withTracking(async (_send, app) => {
    const response = await app.request("/api/2.0/mlflow/gateway");
    assert.deepEqual([response.status, await response.text()], [404, ""]);
  });
});

Deno.test("createTrackingApp() refuses foreign hosts and bodies beyond its limit", async () => {
  await withTracking(async (_send, app) => {
    const foreign = await app.request("http://evil.example/health");
    assert.equal(foreign.status, 403);
    const long = await app.request("/api/2.0/mlflow/runs/create", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: `{"run_name":"${"x".repeat(17 * 1024 * 1024)}"}`,
    });
    assert.equal(long.status, 413);
    assert.equal((await long.json()).message, "Cannot read a body of more than 16777216 bytes");
  });
});

Deno.test("createTrackingApp() refuses an address that cannot be read", async () => {
  await withTracking(async (_send, app) => {
    const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, app.fetch);
    const connection = await Deno.connect({ hostname: "127.0.0.1", port: server.addr.port });
    const request = "GET /health HTTP/1.1\r\nHost: a:b\r\nConnection: close\r\n\r\n";
    await connection.write(new TextEncoder().encode(request));
    assert.match(await new Response(connection.readable).text(), /^HTTP\/1\.1 400 /);
    await server.shutdown();
  });
});

Deno.test("createTrackingApp() keeps defects inside and tells its owner", async () => {
  const home = await Deno.makeTempDir();
  const store = openTrackingStore({ home, now: () => 0 });
  const told: unknown[] = [];
  const app = createTrackingApp({ store, onError: (error) => told.push(error) });
  store.database.close();
  const response = await app.request("/api/2.0/mlflow/experiments/get?experiment_id=0");
  assert.deepEqual([response.status, (await response.json()).error_code], [500, "INTERNAL_ERROR"]);
  assert.match(String(told[0]), /database is not open/);
  assert.equal((await app.request("/api/2.0/mlflow/experiments/get")).status, 400);
  assert.equal(told.length, 1);
  await Deno.remove(home, { recursive: true });
});

Deno.test("createTrackingApp() asks for patience while another process writes", async () => {
  const home = await Deno.makeTempDir();
  {
    using store = openTrackingStore({ home, now: () => 0 });
    using other = openTrackingStore({ home, now: () => 0 });
    store.database.run("PRAGMA busy_timeout = 10");
    const app = createTrackingApp({ store });
    const headers = { "content-type": "application/json" };
    const create = { method: "POST", headers, body: '{"name":"a"}' };
    const path = "/api/2.0/mlflow/experiments/create";
    other.database.run("BEGIN IMMEDIATE");
    const response = await app.request(path, create);
    assert.deepEqual([response.status, response.headers.get("retry-after")], [503, "1"]);
    other.database.run("ROLLBACK");
    assert.equal((await app.request(path, create)).status, 200);
  }
  await Deno.remove(home, { recursive: true });
});

Deno.test("createTrackingApp() keeps everything over a restart", async () => {
  const home = await Deno.makeTempDir();
  const options = { home, now: () => 0 };
  const headers = { "content-type": "application/json" };
  const create = { method: "POST", headers, body: '{"name":"kept"}' };
  const path = "/api/2.0/mlflow/experiments";
  {
    using store = openTrackingStore(options);
    await createTrackingApp({ store }).request(`${path}/create`, create);
  }
  using store = openTrackingStore(options);
  const response = await createTrackingApp({ store }).request(`${path}/get?experiment_id=1`);
  assert.equal((await response.json()).experiment.name, "kept");
  await Deno.remove(home, { recursive: true });
});

Deno.test("createTrackingApp() answers below its static prefix alone", async () => {
  const home = await Deno.makeTempDir();
  {
    using store = openTrackingStore({ home, now: () => 0 });
    const app = createTrackingApp({ store, staticPrefix: "/ml/flow" });
    for (const path of ["/health", "/api/2.0/mlflow/experiments/get?experiment_id=0"]) {
      assert.equal((await app.request(`/ml/flow${path}`)).status, 200, path);
      assert.equal((await app.request(path)).status, 404, path);
    }
    const file = "/ml/flow/api/2.0/mlflow-artifacts/artifacts/0/a%20b.txt";
    await app.request(file, { method: "PUT", body: "hi" });
    assert.equal(await (await app.request(file)).text(), "hi");
    assert.equal(await Deno.readTextFile(`${home}/artifacts/0/a b.txt`), "hi");
  }
  await Deno.remove(home, { recursive: true });
});
