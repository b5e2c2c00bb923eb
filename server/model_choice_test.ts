import assert from "node:assert/strict";
import { Hono } from "hono";
import { modelChoice } from "./model_choice.ts";

const app = new Hono().get("/", (c) => c.json(modelChoice(c)));
app.onError((error, c) => c.text(error.message, 400));

async function ask(query: string): Promise<string> {
  return await (await app.request(`/${query}`)).text();
}

Deno.test("modelChoice() leaves out what is not asked for, and refuses an empty word", async () => {
  assert.equal(await ask(""), "{}");
  assert.equal(await ask("?version=12"), '{"version":"12"}');
  assert.equal(await ask("?model=a%20b&other=c"), '{"name":"a b"}');
  assert.equal(
    await ask("?model="),
    "Cannot read model: Too small: expected string to have >=1 characters",
  );
  assert.equal(
    await ask("?model=a&version="),
    "Cannot read version: Too small: expected string to have >=1 characters",
  );
});
