import assert from "node:assert/strict";
import fc from "fast-check";
import { bentRequests } from "./fuzz_requests_fixture.ts";

Deno.test("bentRequests() makes right requests and bent ones, the same for a seed", async () => {
  const endpoint = { method: "POST", path: "/api/:id/tags", names: ["key", "value"] };
  const known = { id: ["r"], key: ["k"], value: ["v"] };
  const drawn = () => fc.sample(bentRequests(endpoint, known), { seed: 3, numRuns: 300 });
  async function textOf(request: Request) {
    return [request.method, request.url, await request.text()].join(" ");
  }
  const texts = await Promise.all(drawn().map(textOf));
  assert.deepEqual(await Promise.all(drawn().map(textOf)), texts);
  const right = texts.filter((text) => {
    return text === 'POST http://localhost/api/r/tags {"key":"k","value":"v"}';
  });
  assert.ok(right.length > 10 && right.length < 250, String(right.length));
});
