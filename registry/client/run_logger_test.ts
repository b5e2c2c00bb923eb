import assert from "node:assert/strict";
import { openEmbeddedTracking } from "../tracking_server/mod.ts";
import { createClient, type RegistryClient } from "./client.ts";
import { withClient } from "./client_fixture.ts";
import { metricHistory } from "./metric_history.ts";
import { openRunLogger } from "./run_logger.ts";
import { createRun, getRun } from "./runs.ts";
import { UnwrittenError } from "./unwritten_error.ts";

function now(): number {
  return 5;
}

async function withRun(use: (client: RegistryClient, runId: string) => Promise<void>) {
  await withClient(async (client) => {
    const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
    await use(client, runId);
  });
}

/** A server whose answer each call decides, and what it was asked to log. */
function stub(answer: (call: number) => Response | Promise<Response>) {
  const sizes: number[] = [];
  const client = createClient({
    baseUrl: "http://127.0.0.1",
    retries: 0,
    async fetch(request) {
      const { metrics, params, tags } = await request.json();
      sizes.push(metrics.length + params.length + tags.length);
      return answer(sizes.length);
    },
  });
  return { client, sizes };
}

Deno.test("openRunLogger() writes all in order, a full request at a time", async () => {
  await withRun(async (client, runId) => {
    const steps = Array.from({ length: 2500 }, (_, step) => step);
    {
      await using log = openRunLogger(client, runId, { now });
      log.param("trees", "100");
      for (const step of steps) log.metric("loss", NaN, { step, timestamp: step });
      log.metric("last", 1);
      for (const value of ["first", "second"]) log.tag("phase", value);
    }
    const history = metricHistory(client, { runId, key: "loss" });
    assert.deepEqual((await Array.fromAsync(history)).map(({ step }) => step), steps);
    const { params, tags, metrics } = await getRun(client, runId);
    assert.deepEqual([params.trees, tags.phase, metrics.last], ["100", "second", 1]);
  });
  const { client, sizes } = stub(() => Response.json({}));
  {
    await using log = openRunLogger(client, "r", { now });
    for (let step = 0; step < 2500; step++) log.metric("loss", 0, { step });
  }
  assert.deepEqual(sizes, [1000, 1000, 500]);
});

Deno.test("openRunLogger() sends what has waited for its interval", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { client, sizes } = stub(() => {
    resolve();
    return Response.json({});
  });
  await using log = openRunLogger(client, "r", { now, interval: 1 });
  log.tag("a", "1");
  await promise;
  assert.deepEqual(sizes, [1]);
});

Deno.test("openRunLogger() refuses what it cannot hold, and says so at once", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { client, sizes } = stub(() => promise.then(() => Response.json({})));
  const log = openRunLogger(client, "r", { now, capacity: 3 });
  for (const key of ["a", "b", "c"]) log.param(key, "1");
  const flushed = log.flush();
  assert.throws(() => log.metric("d", 1), {
    name: "RangeError",
    message: 'Cannot log "d": expected fewer than 3 entries that wait, got 3',
  });
  assert.throws(() => log.metric("d", 1, { step: 0.5 }), { message: /whole number/ });
  resolve();
  await flushed;
  log.metric("d", 1);
  await log[Symbol.asyncDispose]();
  assert.deepEqual(sizes, [3, 1]);
  assert.throws(() => log.tag("e", "1"), {
    message: 'Cannot log "e": expected an open logger, got a closed one',
  });
});

Deno.test("openRunLogger() keeps what a server that is down has not taken", async () => {
  const home = await Deno.makeTempDir();
  using tracking = openEmbeddedTracking({ home, now });
  const { runId } = await createRun(tracking.client, { experimentId: "0", startTime: 0 });
  let down = true;
  const json: RegistryClient["json"] = (call, schema) => {
    if (down) throw new TypeError("Cannot reach the tracking server");
    return tracking.client.json(call, schema);
  };
  const log = openRunLogger({ ...tracking.client, json }, runId, { now, interval: 60_000 });
  log.metric("loss", 1);
  log.metric("loss", 2, { step: 1 });
  for (let i = 0; i < 2; i++) {
    await assert.rejects(log.flush(), (error) => {
      assert.ok(error instanceof UnwrittenError);
      const metric = { key: "loss", timestamp: 5 };
      assert.deepEqual(error.unwritten, [
        { kind: "metric", metric: { ...metric, value: 1, step: 0 } },
        { kind: "metric", metric: { ...metric, value: 2, step: 1 } },
      ]);
      return true;
    });
  }
  down = false;
  await log[Symbol.asyncDispose]();
  const history = metricHistory(tracking.client, { runId, key: "loss" });
  assert.deepEqual((await Array.fromAsync(history)).map(({ value }) => value), [1, 2]);
  await Deno.remove(home, { recursive: true });
});

Deno.test("openRunLogger() gives back what the server refuses, once, and goes on", async () => {
  await withRun(async (client, runId) => {
    const log = openRunLogger(client, runId, { now });
    for (const value of ["1", "2"]) log.param("trees", value);
    await assert.rejects(log.flush(), (error) => {
      assert.ok(error instanceof UnwrittenError);
      assert.deepEqual(error.unwritten, [{ kind: "param", key: "trees", value: "2" }]);
      assert.match(String(error.cause), /Changing param values is not allowed/);
      return true;
    });
    log.tag("done", "yes");
    await log[Symbol.asyncDispose]();
    const { params, tags } = await getRun(client, runId);
    assert.deepEqual([params, tags.done], [{ trees: "1" }, "yes"]);
  });
});

Deno.test("openRunLogger() writes what was logged before its loop failed, and hides no error", async () => {
  await withRun(async (client, runId) => {
    const train = async () => {
      await using log = openRunLogger(client, runId, { now });
      log.metric("loss", 0.5);
      throw new RangeError("Cannot train");
    };
    await assert.rejects(train(), { message: "Cannot train" });
    assert.deepEqual((await getRun(client, runId)).metrics, { loss: 0.5 });
  });
  const { client } = stub(() => new Response(null, { status: 503 }));
  const train = async () => {
    await using log = openRunLogger(client, "r", { now });
    log.metric("loss", 0.5);
    throw new RangeError("Cannot train");
  };
  await assert.rejects(train(), (error) => {
    assert.ok(error instanceof SuppressedError);
    assert.equal(error.error.name, "UnwrittenError");
    assert.equal(error.suppressed.message, "Cannot train");
    return true;
  });
});
