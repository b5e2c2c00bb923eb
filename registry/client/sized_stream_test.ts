import assert from "node:assert/strict";
import { sizedFetch } from "./sized_stream.ts";

async function withServer(
  answer: (request: Request) => Response | Promise<Response>,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, answer);
  try {
    await use(`http://127.0.0.1:${server.addr.port}/x?y=z`);
  } finally {
    await server.shutdown();
  }
}

function put(size: number, body: Blob): RequestInit {
  const headers = { "content-length": String(size), "x-name": "a" };
  return { method: "PUT", headers, body: body.stream() };
}

const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);

Deno.test("sizedFetch() sends a stream with its size, byte for byte", async () => {
  await withServer(async (request) => {
    const { headers, url, method } = request;
    assert.deepEqual(await request.bytes(), bytes);
    const names = ["content-length", "transfer-encoding", "x-name"];
    return Response.json({ method, path: url.slice(url.lastIndexOf("/")) }, {
      status: 201,
      headers: { seen: names.map((name) => headers.get(name)).join() },
    });
  }, async (url) => {
    const answer = await sizedFetch(url, put(300_000, new Blob([bytes])));
    assert.deepEqual([answer.status, answer.headers.get("seen")], [201, "300000,,a"]);
    assert.deepEqual(await answer.json(), { method: "PUT", path: "/x?y=z" });
  });
});

Deno.test("sizedFetch() refuses a stream that is not as long as announced", async () => {
  await withServer(async (request) => {
    await request.bytes().catch(() => undefined);
    return new Response();
  }, async (url) => {
    for (const [size, got] of [[4, "more"], [6, "5"]] as const) {
      await assert.rejects(sizedFetch(url, put(size, new Blob(["hello"]))), {
        name: "TypeError",
        message: `Cannot send a stream: expected ${size} bytes, got ${got}`,
      });
    }
  });
});

Deno.test("sizedFetch() is an ordinary fetch for everything else", async () => {
  await withServer(({ method }) => new Response(method), async (url) => {
    assert.equal(await (await sizedFetch(url)).text(), "GET");
    assert.equal(await (await sizedFetch(url, { method: "POST", body: "a" })).text(), "POST");
  });
});

Deno.test("sizedFetch() says that no server is there, and ends when it is told to", async () => {
  const probe = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = probe.addr;
  probe.close();
  await assert.rejects(sizedFetch(`http://127.0.0.1:${port}/`, put(5, new Blob(["hello"]))), {
    name: "TypeError",
  });
  const controller = new AbortController();
  const stalled = new ReadableStream({ start: () => controller.abort(new RangeError("No more")) });
  await withServer(() => new Response(), async (url) => {
    const init = { ...put(5, new Blob()), body: stalled, signal: controller.signal };
    await assert.rejects(sizedFetch(url, init), { message: "No more" });
  });
});
