import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);

async function invoke(body: string, type = "application/json") {
  const headers = { "content-type": type };
  return await app.request("/invocations", { method: "POST", headers, body });
}

Deno.test("POST /invocations refuses more than 100000 rows in every format", async () => {
  const rows = 100_001;
  const split = { columns: ["hour", "residual_week"], data: new Array(rows).fill([1, 2]) };
  for (
    const [body, type] of [
      [JSON.stringify({ dataframe_split: split }), "application/json"],
      [`residual_week,hour\n${"1,2\n".repeat(rows)}`, "text/csv"],
    ]
  ) {
    const response = await invoke(body, type);
    assert.equal(response.status, 400);
    assert.deepEqual(await response.json(), {
      error_code: "BAD_REQUEST",
      message: "Cannot score the body: expected at most 100000 rows, got 100001",
    });
  }
});

Deno.test("POST /invocations refuses deep nesting wherever it stands", async () => {
  const nest = "[".repeat(50_000) + "]".repeat(50_000);
  const cell =
    `{"dataframe_split": {"columns": ["hour", "residual_week"], "data": [[1, ${nest}]]}}`;
  for (
    const [body, message] of [
      [nest, "Cannot score the body: expected an object, got a list"],
      [`{"inputs": ${nest}}`, "expected records, each with the model's columns, got a list first"],
      [cell, 'data[0][1] (column "residual_week"): expected a number or null, got a list'],
    ]
  ) {
    const response = await invoke(body);
    assert.equal(response.status, 400);
    const { message: found } = await response.json();
    assert.ok(found.endsWith(message), found);
  }
  assert.deepEqual(deps.failures, []);
});
