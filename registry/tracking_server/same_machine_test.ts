import assert from "node:assert/strict";
import { Hono } from "hono";
import { sameMachine } from "./same_machine.ts";

const app = new Hono().use(sameMachine(["mlflow.example"])).all(
  "/",
  (context) => context.text("in"),
);

async function statusOf(url: string, init: RequestInit = {}): Promise<number> {
  return (await app.request(url, init)).status;
}

Deno.test("sameMachine() answers this machine, private networks and named hosts only", async () => {
  for (
    const host of [
      "localhost:5000",
      "127.0.0.1",
      "[::1]:5000",
      "192.168.1.4",
      "172.31.0.1",
      "mlflow.example",
    ]
  ) {
    assert.equal(await statusOf(`http://${host}/`), 200, host);
  }
  for (const host of ["evil.example", "localhost.evil.example", "172.32.0.1", "8.8.8.8"]) {
    assert.equal(await statusOf(`http://${host}/`), 403, host);
  }
});

Deno.test("sameMachine() believes the Host header before the address, in any case", async () => {
  const url = "http://127.0.0.1/";
  assert.equal(await statusOf(url, { headers: { host: "evil.example" } }), 403);
  assert.equal(await statusOf(url, { headers: { host: "MLflow.example:5000" } }), 200);
});

for (
  const host of ["", "a b", "evil@127.0.0.1", "[::1", "localhost/x", "localhost?x", "a:b", "::1"]
) {
  Deno.test(`sameMachine() cannot read the host "${host}"`, async () => {
    assert.equal(await statusOf("http://127.0.0.1/", { headers: { host } }), 400);
  });
}

Deno.test("sameMachine() refuses writes of foreign pages and lets them read nothing new", async () => {
  const from = (origin: string, method: string) => ({ method, headers: { origin } });
  const url = "http://localhost:5000/";
  assert.equal(await statusOf(url, from("http://evil.example", "POST")), 403);
  assert.equal(await statusOf(url, from("null", "DELETE")), 403);
  assert.equal(await statusOf(url, from("http://localhost:3000", "POST")), 200);
  const read = await app.request(url, from("http://evil.example", "GET"));
  assert.equal(read.status, 200);
  assert.equal(read.headers.get("access-control-allow-origin"), null);
  assert.equal(read.headers.get("x-frame-options"), "SAMEORIGIN");
});
