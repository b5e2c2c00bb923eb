import assert from "node:assert/strict";
import { Hono } from "hono";
import { errorAnswer } from "./json_answer.ts";
import { requestJson } from "./request_json.ts";

const app = new Hono()
  .all("/:name", async (context) => context.json(await requestJson(context)))
  .onError((error) => errorAnswer(error));

async function echo(body: string, type = "application/json"): Promise<unknown> {
  const headers = { "content-type": type };
  return await (await app.request("/a", { method: "POST", body, headers })).json();
}

Deno.test("requestJson() reads a body once or twice encoded, or none; the path wins", async () => {
  assert.deepEqual(await echo('{"b":1,"name":"body"}'), { b: 1, name: "a" });
  assert.deepEqual(await echo('"{\\"b\\":1}"', "application/json; charset=utf-8"), {
    b: 1,
    name: "a",
  });
  assert.deepEqual(await echo(""), { name: "a" });
});

Deno.test("requestJson() refuses what is not a JSON object or not said to be JSON", async () => {
  const code = async (...request: Parameters<typeof echo>) =>
    (await echo(...request) as { error_code: string }).error_code;
  assert.equal(await code("{"), "BAD_REQUEST");
  assert.equal(await code("[1]"), "BAD_REQUEST");
  assert.equal(await code("{}", "text/plain"), "BAD_REQUEST");
});

Deno.test("requestJson() refuses a body that is nested too deep, once or twice encoded", async () => {
  const nested = (depth: number) => `{"x":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;
  assert.deepEqual(Object.keys(await echo(nested(100)) as object), ["x", "name"]);
  for (const body of [nested(101), JSON.stringify(nested(20_000))]) {
    const { error_code, message } = await echo(body) as { error_code: string; message: string };
    assert.equal(error_code, "INVALID_PARAMETER_VALUE");
    assert.match(message, /^Cannot read the body: expected at most 100 levels of nesting, got/);
  }
});
