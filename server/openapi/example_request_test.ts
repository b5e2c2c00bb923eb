import assert from "node:assert/strict";
import { z } from "zod";
import type { Route } from "../routes/route.ts";
import { bodyText, exampleRequest } from "./example_request.ts";

const route: Pick<Route, "method" | "path" | "operation"> = {
  method: "POST",
  path: "/models/:name/versions/:version",
  operation: {
    id: "test",
    tag: "models",
    body: { "application/json": z.object({}), "text/csv": z.string() },
    answers: {},
  },
};

Deno.test("exampleRequest() fills path and query, and escapes what would lead elsewhere", () => {
  const { url } = exampleRequest(route, {
    title: "a",
    path: { name: "a/b?", version: "3" },
    query: { of: "x y&z" },
  }, "http://localhost:8000");
  assert.equal(url, "http://localhost:8000/models/a%2Fb%3F/versions/3?of=x+y%26z");
});

Deno.test("exampleRequest() sends JSON of the first media type, and text as it is", async () => {
  const path = { name: "a", version: "3" };
  const json = exampleRequest(route, { title: "a", path, body: { a: [1] } }, "http://x");
  assert.equal(json.headers.get("content-type"), "application/json");
  assert.equal(await json.text(), '{"a":[1]}');
  const example = { title: "a", path, mediaType: "text/csv", body: "a\n1\n" };
  const csv = exampleRequest(route, example, "http://x");
  assert.equal(csv.headers.get("content-type"), "text/csv");
  assert.equal(await csv.text(), "a\n1\n");
  assert.equal(bodyText(null), "null");
});
