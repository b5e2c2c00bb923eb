import assert from "node:assert/strict";
import { deliver } from "./deliver.ts";

const request = { headers: { "X-MLflow-Delivery-Id": "d-1" }, body: "{}" };
const { signal } = new AbortController();

/** A receiver that answers with each of some responses, and how it is delivered to. */
function receiver(answers: (() => Response | Promise<Response>)[]) {
  const [pauses, ids] = [[] as number[], [] as (string | null)[]];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, ({ headers }) => {
    ids.push(headers.get("x-mlflow-delivery-id"));
    return answers.shift()?.() ?? new Response();
  });
  return {
    url: `http://hooks.example:${server.addr.port}/`,
    pauses,
    ids,
    options: {
      schemes: ["http"],
      privateAddresses: true,
      resolve: (_: string) => Promise.resolve(["127.0.0.1"]),
      retries: 3,
      timeout: 10_000,
      pause: (ms: number) => Promise.resolve(void pauses.push(ms)),
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function status(code: number, headers = {}) {
  return () => new Response("told", { status: code, headers });
}

Deno.test("deliver() asks a broken receiver again, later each time, and tells its last answer", async () => {
  await using hook = receiver([status(500), status(502), status(503), status(504)]);
  const answer = await deliver(hook.url, request, hook.options, signal);
  assert.deepEqual([answer.status, answer.text], [504, "told"]);
  assert.deepEqual(hook.pauses, [1000, 2000, 4000]);
  assert.deepEqual(hook.ids, Array(4).fill("d-1"));
});

Deno.test("deliver() waits as long as the receiver asks for, but not for ever", async () => {
  const after = (text: string) => status(429, { "retry-after": text });
  await using hook = receiver([after("7"), after("99999"), after("tomorrow"), status(200)]);
  assert.equal((await deliver(hook.url, request, hook.options, signal)).status, 200);
  assert.deepEqual(hook.pauses, [7000, 60_000, 4000]);
});

Deno.test("deliver() takes any other answer as it is", async () => {
  for (const code of [200, 302, 400, 401, 404, 501]) {
    await using hook = receiver([status(code)]);
    assert.equal((await deliver(hook.url, request, hook.options, signal)).status, code);
    assert.deepEqual(hook.pauses, []);
  }
});

Deno.test("deliver() gives an attempt its time and no more", async () => {
  await using hook = receiver([
    () => new Promise((resolve) => setTimeout(() => resolve(new Response()), 300)),
  ]);
  const options = { ...hook.options, retries: 0, timeout: 50 };
  await assert.rejects(deliver(hook.url, request, options, signal), {
    message: "Cannot deliver: no answer within 50 ms",
  });
});

Deno.test("deliver() checks the host anew and connects to what it has checked (CVE-2026-64849)", async () => {
  await using hook = receiver([status(503)]);
  const lying = ["93.184.216.34", "127.0.0.1"];
  const asked: string[] = [];
  const options = {
    ...hook.options,
    privateAddresses: false,
    resolve: (hostname: string) => {
      asked.push(hostname);
      return Promise.resolve([lying.shift() ?? ""]);
    },
  };
  await assert.rejects(deliver(hook.url, request, options, signal), {
    message:
      "Webhook URL must not resolve to a non-public IP address. 'hooks.example' resolves to 127.0.0.1.",
  });
  assert.deepEqual([asked, hook.ids], [["hooks.example", "hooks.example"], []]);
});

Deno.test("deliver() refuses an address that a stricter server would not have taken", async () => {
  await using hook = receiver([]);
  const options = { ...hook.options, schemes: ["https"] };
  await assert.rejects(deliver(hook.url, request, options, signal), /Invalid webhook URL scheme/);
  assert.deepEqual(hook.ids, []);
});

Deno.test("deliver() asks again for a name that was not found, and waits for no name for ever", async () => {
  await using hook = receiver([]);
  const found = [[], [], ["127.0.0.1"]];
  const resolve = () => Promise.resolve(found.shift() ?? []);
  assert.equal(
    (await deliver(hook.url, request, { ...hook.options, resolve }, signal)).status,
    200,
  );
  assert.deepEqual(hook.pauses, [1000, 2000]);

  const asleep = {
    ...hook.options,
    retries: 0,
    timeout: 20,
    resolve: () => new Promise<string[]>(() => {}),
  };
  await assert.rejects(deliver(hook.url, request, asleep, signal), {
    message: "Cannot deliver: no answer within 20 ms",
  });
  const control = new AbortController();
  const stopped = deliver(hook.url, request, { ...asleep, timeout: 10_000 }, control.signal);
  control.abort();
  await assert.rejects(stopped, { name: "AbortError" });
});
