import assert from "node:assert/strict";
import { postTo } from "./post_to.ts";

const { signal } = new AbortController();

function serve(answer: (request: Request) => Response | Promise<Response>) {
  return Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, answer);
}

Deno.test("postTo() sends headers, body and path to the address given, under the host's name", async () => {
  const seen: unknown[] = [];
  await using server = serve(async (request) => {
    const { method, url, headers } = request;
    seen.push([method, url, headers.get("x-mlflow-delivery-id"), await request.text()]);
    return new Response("thanks", { status: 202 });
  });
  const url = new URL(`http://nowhere.example:${server.addr.port}/a?b=c`);
  const request = { headers: { "X-MLflow-Delivery-Id": "d-1" }, body: '{"ä":1}' };
  const answer = await postTo(url, ["127.0.0.1"], request, signal);
  assert.deepEqual(answer, { status: 202, text: "thanks", retryAfter: undefined });
  assert.deepEqual(seen, [["POST", url.href, "d-1", '{"ä":1}']]);
});

Deno.test("postTo() does not follow a redirect (CVE-2026-64849)", async () => {
  let requests = 0;
  await using server = serve(({ url }) => {
    requests++;
    return new Response(null, { status: 307, headers: { location: `${url}elsewhere` } });
  });
  const url = new URL(`http://127.0.0.1:${server.addr.port}/`);
  const { status } = await postTo(url, ["127.0.0.1"], { headers: {}, body: "{}" }, signal);
  assert.deepEqual([status, requests], [307, 1]);
});

Deno.test("postTo() keeps the first 64 KiB of an endless answer", async () => {
  await using server = serve(() => {
    const chunk = new Uint8Array(50_000).fill(97);
    return new Response(new ReadableStream({ pull: (sink) => sink.enqueue(chunk) }));
  });
  const url = new URL(`http://127.0.0.1:${server.addr.port}/`);
  const { text } = await postTo(url, ["127.0.0.1"], { headers: {}, body: "{}" }, signal);
  assert.equal(text, "a".repeat(65_536));
});

Deno.test("postTo() gives up on an answer that never ends when it is told to", async () => {
  await using server = serve(() => {
    return new Response(new ReadableStream({ start: (sink) => sink.enqueue(new Uint8Array(1)) }));
  });
  const url = new URL(`http://127.0.0.1:${server.addr.port}/`);
  const control = new AbortController();
  const answer = postTo(url, ["127.0.0.1"], { headers: {}, body: "{}" }, control.signal);
  setTimeout(() => control.abort(), 50);
  await assert.rejects(answer, { name: "AbortError" });
});

Deno.test("postTo() fails where nobody listens", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const url = new URL(`https://127.0.0.1:${listener.addr.port}/`);
  listener.close();
  const answer = postTo(url, ["127.0.0.1"], { headers: {}, body: "{}" }, signal);
  await assert.rejects(answer, { code: "ECONNREFUSED" });
});

Deno.test("postTo() says what it is not permitted to reach", async () => {
  const url = new URL("https://hooks.example/");
  const answer = postTo(url, ["127.0.0.1", "2606::1"], { headers: {}, body: "{}" }, signal);
  await assert.rejects(answer, {
    name: "NotCapable",
    message: "Cannot connect to [2606::1]:443 without permission",
  });
});
