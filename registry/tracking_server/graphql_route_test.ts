import assert from "node:assert/strict";
import { withTracking } from "./tracking_fixture.ts";

const query = 'query A { test(inputString: "a") { output } } query B { test { output } }';

Deno.test("/graphql answers a POST with a body and a GET with an address", async () => {
  await withTracking(async (_send, app) => {
    const answer = { data: { test: { output: "a" } }, errors: null };
    const posted = await app.request("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify({ query, operationName: "A", variables: null }),
    });
    assert.equal(posted.headers.get("content-type"), "application/json");
    assert.deepEqual(await posted.json(), answer);
    const got = await app.request(`/graphql?${new URLSearchParams({ query, operationName: "A" })}`);
    assert.deepEqual(await got.json(), answer);
  });
});

Deno.test("/graphql refuses what holds no question", async () => {
  await withTracking(async (_send, app) => {
    const headers = { "content-type": "application/json" };
    for (
      const [body, message] of [
        [
          "{}",
          "Missing value for required parameter 'query'. See the API docs for more information about request parameters.",
        ],
        [
          JSON.stringify({ query, variables: "a" }),
          "Cannot read 'variables': expected a JSON object, got string",
        ],
      ]
    ) {
      const response = await app.request("/graphql", { method: "POST", headers, body });
      assert.equal(response.status, 400);
      assert.deepEqual(await response.json(), { error_code: "INVALID_PARAMETER_VALUE", message });
    }
  });
});
