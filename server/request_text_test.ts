import assert from "node:assert/strict";
import { Hono } from "hono";
import { RequestError } from "./request_error.ts";
import { requestText } from "./request_text.ts";

async function read(body: BodyInit): Promise<string> {
  const app = new Hono().post("/", async (c) => c.text(await requestText(c)));
  app.onError((error) => {
    assert.ok(error instanceof RequestError);
    return new Response(`${error.status} ${error.message}`);
  });
  return await (await app.request("/", { method: "POST", body })).text();
}

Deno.test("requestText() decodes UTF-8 and drops a byte order mark", async () => {
  assert.equal(await read("\uFEFFkWh €"), "kWh €");
});

Deno.test("requestText() refuses an empty body", async () => {
  assert.equal(await read(""), "400 Cannot read the body as it is empty");
});

Deno.test("requestText() gives up a body that is cut off", async () => {
  const body = new ReadableStream({
    pull(controller) {
      controller.error(new Deno.errors.BadResource("Cannot read body"));
    },
  });
  assert.equal(await read(body), "499 Cannot answer as the sender hung up");
});

Deno.test("requestText() refuses bytes that are not UTF-8", async () => {
  assert.equal(
    await read(Uint8Array.of(0x7b, 0xff)),
    "400 Cannot read the body as it is not UTF-8",
  );
});
