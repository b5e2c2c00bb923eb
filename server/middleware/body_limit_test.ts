import assert from "node:assert/strict";
import { Hono } from "hono";
import { RequestError } from "../request_error.ts";
import { limitBody, MAX_BODY_BYTES } from "./body_limit.ts";

function app(maxBytes: number) {
  const app = new Hono().use(limitBody(maxBytes));
  app.post("/", async (c) => c.text(await c.req.text()));
  app.onError((error) => {
    assert.ok(error instanceof RequestError);
    return new Response(error.message, { status: error.status });
  });
  return app;
}

Deno.test("limitBody() passes a body of exactly the bound and refuses one byte more", async () => {
  const send = (body: string) => app(4).request("/", { method: "POST", body });
  assert.equal(await (await send("four")).text(), "four");
  const refused = await send("fives");
  assert.equal(refused.status, 413);
  assert.equal(await refused.text(), "Cannot read a body of more than 4 bytes: send less");
});

Deno.test("limitBody() refuses by Content-Length without reading", async () => {
  let pulled = 0;
  const body = new ReadableStream({ pull: () => void pulled++ }, { highWaterMark: 0 });
  const headers = { "content-length": "50000000" };
  const response = await app(MAX_BODY_BYTES).request("/", { method: "POST", body, headers });
  assert.deepEqual([response.status, pulled], [413, 0]);
});

Deno.test("limitBody() stops reading an endless body soon after the bound", async () => {
  let pulled = 0;
  const body = new ReadableStream({
    pull(controller) {
      pulled++;
      controller.enqueue(new Uint8Array(1000));
    },
  }, { highWaterMark: 0 });
  const response = await app(10_000).request("/", { method: "POST", body });
  assert.deepEqual([response.status, pulled], [413, 11]);
});
