import assert from "node:assert/strict";
import { openTrackingStore } from "../store.ts";
import { withTracking } from "../tracking_fixture.ts";
import { openWebhooks } from "./open_webhooks.ts";

const events = [{ entity: "REGISTERED_MODEL", action: "CREATED" }];
const local = {
  schemes: ["http"],
  privateAddresses: true,
  resolve: () => Promise.resolve(["127.0.0.1"]),
};

function serve(answer: (request: Request) => Response | Promise<Response>) {
  return Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, answer);
}

Deno.test("a delivery that fails fails no request, and tells neither secret nor path", async () => {
  await using server = serve(() => new Response("s3cret-answer", { status: 400 }));
  const told: string[] = [];
  await withTracking(async (send, app) => {
    const url = `http://user:pa55@hooks.example:${server.addr.port}/t0ken?key=t0ken`;
    await send("POST", "webhooks", { name: "broken", url, events, secret: "s3cret" });
    const gone = { name: "gone", url: "http://127.0.0.1:1/t0ken", events, secret: "s3cret" };
    await send("POST", "webhooks", gone);
    assert.equal((await send("POST", "registered-models/create", { name: "m" })).status, 200);
    const paths = ["webhooks", `webhooks/${"1".padStart(32, "0")}`];
    for (const path of paths) {
      const text = await (await app.request(`/api/2.0/mlflow/${path}`)).text();
      assert.equal(text.includes("s3cret"), false);
    }
  }, {
    ...local,
    pause: () => Promise.resolve(),
    onError: ({ message }) => void told.push(message),
  });
  assert.deepEqual(told.sort(), [
    'Cannot deliver registered_model.created to webhook "broken": it answered 400',
    'Cannot deliver registered_model.created to webhook "gone": connect ECONNREFUSED 127.0.0.1:1',
  ]);
});

Deno.test("a receiver that sleeps holds up no request, and is given up at the end", async () => {
  const asleep = Promise.withResolvers<Response>();
  await using server = serve(() => asleep.promise);
  const told: string[] = [];
  await withTracking(async (send) => {
    const url = `http://hooks.example:${server.addr.port}/`;
    await send("POST", "webhooks", { name: "sleeps", url, events });
    // More than the queue and its workers hold.
    for (let i = 0; i < 1012; i++) {
      assert.equal((await send("POST", "registered-models/create", { name: `m${i}` })).status, 200);
    }
  }, { ...local, patience: 1, onError: ({ message }) => void told.push(message) });
  asleep.resolve(new Response());
  const full =
    'Cannot deliver registered_model.created to webhook "sleeps": 1000 deliveries wait already';
  assert.deepEqual(told.slice(0, 3), [
    full,
    full,
    "Gave up 1010 webhook deliveries as the server stops",
  ]);
  assert.equal(told.length, 13);
});

Deno.test("a redirect is a delivery that failed", async () => {
  let requests = 0;
  await using server = serve(({ url }) => {
    requests++;
    return new Response(null, { status: 302, headers: { location: `${url}elsewhere` } });
  });
  const told: string[] = [];
  await withTracking(async (send) => {
    const url = `http://hooks.example:${server.addr.port}/`;
    await send("POST", "webhooks", { name: "moved", url, events });
    const { json } = await send("POST", `webhooks/${"1".padStart(32, "0")}/test`, {});
    assert.deepEqual(json, {
      result: { success: false, response_status: 302, response_body: "" },
    });
    await send("POST", "registered-models/create", { name: "m" });
  }, { ...local, onError: ({ message }) => void told.push(message) });
  const message = 'Cannot deliver registered_model.created to webhook "moved": it answered 302';
  assert.deepEqual([told, requests], [[message], 2]);
});

Deno.test("a disabled webhook is told of nothing", async () => {
  let requests = 0;
  await using server = serve(() => new Response(String(++requests)));
  await withTracking(async (send) => {
    const url = `http://hooks.example:${server.addr.port}/`;
    await send("POST", "webhooks", { name: "off", url, events, status: "DISABLED" });
    await send("POST", "registered-models/create", { name: "m" });
  }, local);
  assert.equal(requests, 0);
});

Deno.test("announce() survives a store that is closed", async () => {
  const home = await Deno.makeTempDir();
  const store = openTrackingStore({ home, now: () => 0 });
  const told: string[] = [];
  const onError = ({ message }: Error) => void told.push(message);
  await using webhooks = openWebhooks(store, { onError });
  store[Symbol.dispose]();
  webhooks.announce({ name: "prompt.created", data: {} });
  assert.deepEqual(told, ["Cannot announce prompt.created: database is not open"]);
  await Deno.remove(home, { recursive: true });
});
