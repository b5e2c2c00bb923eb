import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";
import { routes } from "./mod.ts";

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);

Deno.test("routes have distinct methods and paths, and a summary", () => {
  assert.equal(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size, routes.length);
  for (const { path, summary } of routes) {
    assert.match(path, /^(\/|(\/:?[a-z0-9_.]+)+)$/);
    assert.match(summary, /^[A-Z0-9].*[^.]$/);
  }
});

for (const { method, path } of routes) {
  if (method === "GET") {
    Deno.test(`GET ${path} answers 200 with headers that let a browser load nothing else`, async () => {
      const response = await app.request(path);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get("x-content-type-options"), "nosniff");
      assert.match(response.headers.get("content-security-policy") ?? "", /^default-src 'none'/);
      await response.body?.cancel();
    });
    continue;
  }
  const post = (body: BodyInit, type = "application/json") =>
    app.request(path, { method, body, headers: { "content-type": type } });

  Deno.test(`POST ${path} refuses an empty body, malformed JSON and broken UTF-8 with 400`, async () => {
    for (
      const [body, message] of [
        ["", "Cannot read the body as it is empty"],
        ['{"a": }', "Cannot read the body as JSON: expected value at line 1, column 7"],
        [Uint8Array.of(0xff), "Cannot read the body as it is not UTF-8"],
      ] as const
    ) {
      const response = await post(body);
      assert.equal(response.status, 400);
      const { message: mlflow, detail } = await response.json();
      assert.ok((mlflow ?? detail).startsWith(message), mlflow ?? detail);
    }
  });

  Deno.test(`POST ${path} refuses other content types and parameters with 415`, async () => {
    for (const type of ["text/plain", "application/json; charset=latin-1"]) {
      assert.equal((await post("{}", type)).status, 415);
    }
  });

  Deno.test(`POST ${path} refuses 50 MB with 413 after reading no more than the bound`, async () => {
    let read = 0;
    const chunk = new Uint8Array(1_000_000);
    const body = new ReadableStream({
      pull(controller) {
        if (++read > 50) controller.close();
        else controller.enqueue(chunk);
      },
    }, { highWaterMark: 0 });
    assert.equal((await post(body)).status, 413);
    assert.equal(read, 11);
  });
}
