import assert from "node:assert/strict";
import { createApp } from "./app.ts";
import { type ClientError, createClient, type SentReading } from "./client.ts";
import { HOSTEL_END, hostelDeps } from "./hostel_deps_fixture.ts";

const HOUR = 3_600_000;
const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);
const url = "http://localhost:8000";
const client = createClient({ url, fetch: (request) => app.fetch(request) });

function reading(hour: number, kwh = 0.5): SentReading {
  return { meter: "room-2-01", ts: new Date(HOSTEL_END + hour * HOUR).toISOString(), kwh };
}

async function failureOf(promise: Promise<unknown>): Promise<ClientError> {
  return await promise.then(
    () => assert.fail("Expected an error"),
    (error) => error,
  );
}

Deno.test("createClient() scores by the version asked for, and names what is wrong", async () => {
  const readings = [reading(-1, 500)];
  const { model, scores } = await client.score(readings, { version: "3" });
  assert.deepEqual([model.version, scores[0].ts, scores[0].label], ["3", readings[0].ts, 1]);
  const error = await failureOf(client.score([{ ...readings[0], meter: "attic" }]));
  assert.deepEqual([error.name, error.status], ["ClientError", 404]);
  assert.equal(error.message, 'Cannot score readings[0].meter: meter "attic" is unknown');
  assert.deepEqual(error.problem?.errors?.[0].field, "readings[0].meter");
  assert.equal(error.requestId, error.problem?.request_id);
  assert.equal((await failureOf(client.score(readings, { model: "a b" }))).status, 404);
});

Deno.test("createClient() tells the models, the reports and the health", async () => {
  const { models } = await client.models();
  assert.deepEqual(models.map(({ name, version }) => [name, version]), [["energy-anomaly", "3"]]);
  const latest = await client.latestDriftReport();
  assert.equal(latest.version, "3");
  assert.deepEqual(await client.driftReport(latest.id), latest);
  const { sections: _, ...summary } = latest;
  assert.deepEqual(await client.driftReports({ limit: 1 }), { reports: [summary] });
  const refused = await failureOf(
    client.createDriftReport({ from: "2024-02-01", to: "2024-01-01" }),
  );
  assert.equal(refused.message, "Cannot report on to: expected an end after the begin");
  await client.health();
});

Deno.test("createClient() comes again when told to, and not when aborted", async () => {
  let refusals = 2;
  const waited: number[] = [];
  const crowded = createClient({
    url,
    wait: (ms) => Promise.resolve(void waited.push(ms)),
    fetch: (request) =>
      refusals-- > 0
        ? new Response("", { status: 503, headers: { "retry-after": "3" } })
        : app.fetch(request),
  });
  assert.equal((await crowded.score([reading(-1)])).scores.length, 1);
  assert.deepEqual(waited, [3000, 3000]);
  const reason = new Error("Gone");
  assert.equal(await failureOf(crowded.models({ signal: AbortSignal.abort(reason) })), reason);
});

Deno.test("createClient() streams both ways over a connection: an answer comes before the end", async () => {
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    (request) => app.fetch(request),
  );
  const remote = createClient({ url: `http://127.0.0.1:${server.addr.port}` });
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  async function* readings() {
    yield reading(-3);
    yield reading(-2);
    // Never reached if the server waited for the end.
    await answered;
    yield reading(-1);
  }
  const types: string[] = [];
  for await (const line of remote.scoreStream(readings())) {
    types.push(line.type);
    if (line.type === "score") answer();
  }
  assert.deepEqual(types, ["model", "score", "score", "score", "summary"]);
});

Deno.test("createClient() says that a stream failed or broke off", async () => {
  const lines = async (fetch: () => Response) => {
    const types: string[] = [];
    const error = await failureOf((async () => {
      for await (const { type } of createClient({ url, fetch }).scoreStream([])) types.push(type);
    })());
    return [types, error.message];
  };
  const model = '{"type":"model","model":{"name":"a","version":"1"}}\n';
  assert.deepEqual(
    await lines(() => new Response(`${model}{"type":"failure","detail":"Cannot go on"}\n`)),
    [["model"], "Cannot go on"],
  );
  assert.deepEqual(await lines(() => new Response(model)), [
    ["model"],
    "Cannot read the stream to its end: it broke off before the summary",
  ]);
});
