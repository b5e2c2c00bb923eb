import assert from "node:assert/strict";
import { Hono } from "hono";
import { RequestError } from "../request_error.ts";
import { checkHost } from "./host_check.ts";

async function status(url: string, headers: Record<string, string> = {}): Promise<number> {
  const app = new Hono().use(checkHost(["meters.example"])).get("/", (c) => c.text("in"));
  app.onError((error) => {
    assert.ok(error instanceof RequestError);
    return new Response(error.message, { status: error.status });
  });
  return (await app.request(url, { headers })).status;
}

for (const host of ["127.0.0.1", "localhost:8000", "[::1]:8000", "METERS.example"]) {
  Deno.test(`checkHost() lets ${host} in`, async () => {
    assert.equal(await status(`http://${host}/`), 200);
  });
}

for (const host of ["evil.example", "127.0.0.1.evil.example", "0.0.0.0", "127.0.0.2"]) {
  Deno.test(`checkHost() refuses ${host}`, async () => {
    assert.equal(await status(`http://${host}/`), 421);
  });
}

Deno.test("checkHost() believes the header before the address", async () => {
  assert.equal(await status("http://127.0.0.1/", { host: "evil.example" }), 421);
  assert.equal(await status("http://127.0.0.1/", { host: "METERS.example:8000" }), 200);
});

for (
  const host of ["", "a b", "evil@127.0.0.1", "[::1", "localhost/x", "localhost?x", "a:b", "::1"]
) {
  Deno.test(`checkHost() cannot read "${host}"`, async () => {
    assert.equal(await status("http://127.0.0.1/", { host }), 400);
  });
}
