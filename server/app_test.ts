import assert from "node:assert/strict";
import fc from "fast-check";
import { createModelTable } from "./engine/model_table.ts";
import { QueueFullError } from "./engine/queue_full_error.ts";
import { WorkerLostError } from "./engine/worker_lost_error.ts";
import { createApp } from "./app.ts";
import { hostelDeps } from "./hostel_deps_fixture.ts";
import { routes } from "./routes/mod.ts";

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);

Deno.test("createApp() echoes a request id and makes one up without", async () => {
  const given = await app.request("/health", { headers: { "x-request-id": "abc-1" } });
  assert.equal(given.headers.get("x-request-id"), "abc-1");
  const made = await app.request("/health");
  assert.match(made.headers.get("x-request-id") ?? "", /^[0-9a-f-]{36}$/);
});

Deno.test("createApp() answers unknown paths and methods with problems", async () => {
  const missing = await app.request("/api/v1/nothing");
  assert.equal(missing.status, 404);
  assert.equal((await missing.json()).detail, "Cannot find /api/v1/nothing: no such route");
  const wrong = await app.request("/invocations");
  assert.deepEqual([wrong.status, wrong.headers.get("allow")], [405, "POST"]);
  assert.deepEqual(await wrong.json(), {
    error_code: "BAD_REQUEST",
    message: "Cannot GET /invocations: expected POST",
  });
});

Deno.test("createApp() refuses foreign hosts on every route, in its error shape", async () => {
  for (const { method, path } of routes) {
    const response = await app.request(`http://evil.example${path}`, { method });
    assert.equal(response.status, 421, path);
    assert.match(await response.text(), /Cannot answer for host/);
  }
  for (const { method, path } of routes) {
    const response = await app.request(path, { method, headers: { host: "a b" } });
    assert.equal(response.status, 400, path);
    assert.match(await response.text(), /Cannot read the Host header/);
  }
  const allowing = createApp(deps, { allowedHosts: ["meters.example"] });
  assert.equal((await allowing.request("http://meters.example/ping")).status, 200);
});

Deno.test("createApp() reports a failure and tells nothing of it", async () => {
  const failure = new Error("the disk at /secret is full");
  const told: unknown[] = [];
  const failing = createApp({
    ...deps,
    reports: { ...deps.reports, latest: () => Promise.reject(failure) },
    reportFailure: (error, requestId) => void told.push(error, requestId),
  });
  const response = await failing.request("/api/v1/drift/reports/latest", {
    headers: { "x-request-id": "r7" },
  });
  assert.equal(response.status, 500);
  assert.equal((await response.json()).detail, "Cannot answer as the server failed: request r7");
  assert.deepEqual(told, [failure, "r7"]);
});

Deno.test("createApp() holds 256 scoring requests and refuses more on both routes", async () => {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const part = { model: deps.model, hours: [], events: [] };
  const releases = { ...deps.releases, score: () => opened.then(() => [part]) };
  const waiting = createApp({ ...deps, releases });
  const post = (path: string, sent: unknown) => {
    const body = JSON.stringify(sent);
    const headers = { "content-type": "application/json", "content-length": `${body.length}` };
    return waiting.request(path, { method: "POST", headers, body });
  };
  const readings = [{ meter: "room-2-01", ts: "2024-01-01T00:00:00Z", kwh: 1 }];
  const held = Array.from({ length: 256 }, () => post("/api/v1/score", { readings }));
  for (
    const [path, body] of [["/api/v1/score", { readings }], ["/invocations", {
      inputs: [],
    }]] as const
  ) {
    const refused = await post(path, body);
    assert.deepEqual([refused.status, refused.headers.get("retry-after")], [503, "1"]);
    assert.match(
      await refused.text(),
      /Cannot score now: expected at most 256 requests at the same time/,
    );
  }
  assert.equal((await waiting.request("/health")).status, 200);
  open();
  assert.ok((await Promise.all(held)).every(({ status }) => status === 200));
});

Deno.test("createApp() does not call it a failure of ours when a sender hangs up", async () => {
  const told: unknown[] = [];
  const listening = createApp({ ...deps, reportFailure: (error) => void told.push(error) });
  const { promise: answered, resolve } = Promise.withResolvers<number>();
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      const response = await listening.fetch(request);
      resolve(response.status);
      return response;
    },
  );
  for (const length of ["content-length: 100", "transfer-encoding: chunked"]) {
    const sender = await Deno.connect({ port: server.addr.port });
    const head = `POST /api/v1/score HTTP/1.1\r\nhost: localhost\r\n${length}\r\n`;
    const text = `${head}content-type: application/json\r\n\r\n1\r\n{\r\n`;
    await sender.write(new TextEncoder().encode(text));
    await new Promise((resolve) => setTimeout(resolve, 50));
    sender.close();
    assert.equal(await answered, 499);
  }
  assert.deepEqual(told, []);
});

Deno.test("createApp() never fails on garbage bodies", async () => {
  const posts = routes.filter(({ method }) => method === "POST");
  const types = ["application/json", "text/csv", "text/plain", ""];
  const json = fc.json();
  const forms = fc.oneof(
    fc.constantFrom("dataframe_split", "dataframe_records", "instances", "inputs", "readings"),
    fc.string(),
  );
  const wrapped = fc.tuple(forms, fc.jsonValue())
    .map(([key, value]) => JSON.stringify({ [key]: value }));
  const body = fc.oneof(fc.string(), json, wrapped, fc.uint8Array({ maxLength: 200 }));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...posts),
      fc.constantFrom(...types),
      body,
      async ({ path }, type, body) => {
        const headers = { "content-type": type };
        const response = await app.request(path, {
          method: "POST",
          headers,
          body: typeof body === "string" ? body : new Uint8Array(body),
        });
        assert.ok(response.status < 500, `${response.status}: ${await response.text()}`);
      },
    ),
    { numRuns: 500 },
  );
  assert.deepEqual(deps.failures, []);
});

Deno.test("createApp() answers 503 with Retry-After where the queue is full or a worker stopped", async () => {
  await using deps = await hostelDeps();
  const body = JSON.stringify({ dataframe_records: [{ residual_week: 1, hour: 2 }] });
  const headers = { "content-type": "application/json" };
  for (
    const [error, reason] of [
      [new QueueFullError(8, "rows"), "queue_full"],
      [new WorkerLostError("out of memory"), "worker_lost"],
    ] as const
  ) {
    const session = { ...deps.model.session, score: () => Promise.reject(error) };
    await using models = createModelTable();
    models.add({ ...deps.model, session: { ...session, close: () => Promise.resolve() } });
    const fared: boolean[] = [];
    const probation = {
      answered: (_name: string, _version: string, ok: boolean) => void fared.push(ok),
    };
    const app = createApp({ ...deps, models, probation });
    const response = await app.request("/invocations", { method: "POST", headers, body });
    assert.deepEqual([response.status, response.headers.get("retry-after")], [503, "1"]);
    // That many wait says nothing of the version; that its worker stopped does.
    assert.deepEqual(fared, [reason === "queue_full"]);
    assert.equal((await response.json()).message, error.message);
    const counted = await (await app.request("/metrics")).text();
    assert.ok(counted.includes(`wattbook_rejections_total{reason="${reason}"} 1`), counted);
  }
  assert.deepEqual(deps.failures, []);
});

Deno.test("createApp() answers 504 in MLflow's words where a model takes too long", async () => {
  await using deps = await hostelDeps();
  const waits = Promise.withResolvers<never>();
  let signal: AbortSignal | undefined;
  const session = {
    ...deps.model.session,
    score(_: unknown, options: { signal?: AbortSignal }) {
      signal = options.signal;
      return waits.promise;
    },
    close: () => Promise.resolve(),
  };
  const models = createModelTable();
  models.add({ ...deps.model, session });
  const app = createApp({ ...deps, models }, { requestSeconds: 0.02 });
  const response = await app.request("/invocations", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ dataframe_records: [{ residual_week: 1, hour: 2 }] }),
  });
  assert.equal(response.status, 504);
  assert.equal((await response.json()).message, "Request processing time exceeded limit");
  assert.equal(signal?.aborted, true);
  waits.reject(signal?.reason);
  await models[Symbol.asyncDispose]();
  assert.deepEqual(deps.failures, []);
});
