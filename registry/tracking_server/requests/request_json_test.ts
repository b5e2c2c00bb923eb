import assert from "node:assert/strict";
import { Hono } from "hono";
import { errorAnswer } from "../json_answer.ts";
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

Deno.test("requestJson() refuses JSON that is no object, and what is not said to be JSON", async () => {
  const refused = (message: string) => ({ error_code: "INVALID_PARAMETER_VALUE", message });
  for (const body of ["[1]", "5", "true", JSON.stringify('"a"')]) {
    assert.deepEqual(await echo(body), refused("Cannot read the body: expected a JSON object"));
  }
  assert.deepEqual(
    await echo("{}", "text/plain"),
    refused("Bad Request. Content-Type must be one of ['application/json']."),
  );
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

Deno.test("requestJson() takes what is no JSON, and null, for an empty body", async () => {
  for (const body of ["{", "name", "null", '"{"']) {
    assert.deepEqual(await echo(body), { name: "a" });
  }
});
