import assert from "node:assert/strict";
import type { Exchange } from "./exchange.ts";
import { play } from "./play.ts";

const address = "http://localhost";
function get(name: string, path: string, more: Partial<Exchange> = {}): Exchange {
  return { name, method: "GET", path, ...more };
}

Deno.test("play() puts what it kept into later requests, and its name into answers", async () => {
  const id = "r".repeat(20);
  const asked: string[] = [];
  const exchanges = [get("a", "/make", { keep: { run: "runs.0.id" } }), get("b", "/get?id=<run>")];
  const answers = await play({ resource: "runs", exchanges }, address, ({ url }) => {
    asked.push(url.slice(address.length));
    return Response.json({ runs: [{ id }] });
  });
  assert.deepEqual(asked, ["/make", `/get?id=${id}`]);
  assert.deepEqual(answers[1].json, { runs: [{ id: "<run>" }] });
});

Deno.test("play() tells the type and watched headers, but nothing of error pages", async () => {
  const exchanges = [get("a", "/a", { watch: ["x-a", "x-b"] }), get("b", "/b")];
  const answers = await play({ resource: "pages", exchanges }, address, ({ url }) => {
    const headers = { "content-type": "text/html", "x-a": "1" };
    return new Response("<p>", { status: url.endsWith("/b") ? 404 : 200, headers });
  });
  assert.deepEqual(answers, [
    { name: "a", status: 200, headers: { "content-type": "text/html", "x-a": "1" }, text: "<p>" },
    { name: "b", status: 404 },
  ]);
});
