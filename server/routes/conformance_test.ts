import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";
import { answersAsDescribed } from "../openapi/described_answer_fixture.ts";
import { exampleFacts } from "../openapi/example_facts.ts";
import { exampleRequest } from "../openapi/example_request.ts";
import type { Example } from "../openapi/operation.ts";
import { routes } from "./mod.ts";

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);
const facts = await exampleFacts(deps);

Deno.test("routes have distinct methods and paths, and a summary", () => {
  assert.equal(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size, routes.length);
  for (const { path, summary } of routes) {
    assert.match(path, /^(\/|(\/:?[a-z0-9_.-]+)+)$/);
    assert.match(summary, /^[A-Z0-9].*[^.]$/);
  }
});

Deno.test("routes have distinct ids of operations and named schemas", () => {
  const ids = routes.map(({ operation }) => operation.id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { operation: { id, answers, body = {} }, errorShape } of routes) {
    assert.match(id, /^[a-z][A-Za-z0-9]*$/);
    const contents = [
      body,
      { [errorShape.mediaType]: errorShape.schema },
      ...Object.values(answers).map(({ content = {} }) => content),
    ];
    for (const [mediaType, schema] of contents.flatMap((content) => Object.entries(content))) {
      if (schema === null || !mediaType.endsWith("json")) continue;
      const named = "line" in schema ? schema.line : schema;
      assert.ok(named.meta()?.id, `a schema of ${id} has no name`);
    }
  }
});

for (const route of routes) {
  const { method, operation, path } = route;
  const examples = operation.examples?.(facts) ?? [{ title: "no parameters" }];
  const send = (example: Example) =>
    app.request(exampleRequest(route, example, "http://localhost"));

  for (const example of examples) {
    Deno.test(`${method} ${path} answers its example of ${example.title} as it says`, async () => {
      const response = await send(example);
      assert.equal(String(response.status), Object.keys(operation.answers)[0]);
      await answersAsDescribed(route, response);
    });
  }

  if (examples.length === 0) continue;
  Deno.test(`${method} ${path} answers with headers that let a browser load nothing else`, async () => {
    const response = await send(examples[0]);
    assert.equal(response.headers.get("x-content-type-options"), "nosniff");
    assert.match(response.headers.get("content-security-policy") ?? "", /^default-src 'none'/);
    await response.body?.cancel();
  });

  const { body: taken } = operation;
  if (taken === undefined) continue;
  const post = (body: BodyInit, type = "application/json") => {
    const { url } = exampleRequest(route, examples[0], "http://localhost");
    return app.request(url, { method, body, headers: { "content-type": type } });
  };

  Deno.test(`POST ${path} refuses other content types and parameters with 415`, async () => {
    for (const type of ["text/plain", `${Object.keys(taken)[0]}; charset=latin-1`]) {
      const response = await post("{}", type);
      assert.equal(response.status, 415);
      await answersAsDescribed(route, response);
    }
  });

  // What these tests send as one body is a line among others to a stream.
  if (route.streams) continue;

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
      const text = await response.clone().text();
      assert.ok(text.includes(message), text);
      await answersAsDescribed(route, response);
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
    const response = await post(body);
    assert.equal(response.status, 413);
    assert.equal(read, 11);
    await answersAsDescribed(route, response);
  });
}
