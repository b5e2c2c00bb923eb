import assert from "node:assert/strict";
import { Hono } from "hono";
import { RequestError } from "../request_error.ts";
import { limitOpenAnswers } from "./open_answers.ts";

const app = new Hono().use(limitOpenAnswers(2));
app.get("/text", (c) => c.text("done"));
app.get("/empty", (c) => c.body(null, 204));
app.get("/refused", () => {
  throw new RequestError(404, "Nothing");
});
app.get("/broken", () => new Response(broken()));
app.onError((error, c) => {
  assert.ok(error instanceof RequestError, error);
  return c.text(error.message, error.status, error.headers);
});

function broken(): ReadableStream<Uint8Array> {
  let pieces = 0;
  return new ReadableStream({
    pull(controller) {
      if (pieces++ > 0) throw new Error("Cut");
      controller.enqueue(Uint8Array.of(97));
    },
  });
}

async function status(): Promise<number> {
  const response = await app.request("/text");
  await response.text();
  return response.status;
}

Deno.test("limitOpenAnswers() holds a place until the body was read, cancelled or broken", async () => {
  const [first, second] = [await app.request("/text"), await app.request("/text")];
  const refused = await app.request("/text");
  assert.deepEqual([refused.status, refused.headers.get("retry-after")], [503, "5"]);
  assert.equal(
    await refused.text(),
    "Cannot score a stream now: expected at most 2 at the same time, got one more",
  );
  await first.text();
  await second.body?.cancel();
  const breaking = [await app.request("/broken"), await app.request("/broken")];
  assert.equal(await status(), 503);
  for (const response of breaking) await assert.rejects(response.text(), { message: "Cut" });
  assert.equal(await status(), 200);
});

Deno.test("limitOpenAnswers() holds no place for an answer without body, nor for a refusal", async () => {
  for (let i = 0; i < 5; i++) {
    assert.equal((await app.request("/empty")).status, 204);
    const refused = await app.request("/refused");
    assert.deepEqual([refused.status, await refused.text()], [404, "Nothing"]);
  }
  assert.equal(await status(), 200);
});
