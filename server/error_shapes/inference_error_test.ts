import assert from "node:assert/strict";
import { badField } from "../request_error.ts";
import { inferenceError } from "./inference_error.ts";

Deno.test("inferenceError writes the message alone, as the specification has it", async () => {
  const response = await inferenceError.write(badField("id", "expected text, got 7"), "r7");
  assert.equal(response.status, 400);
  assert.equal(response.headers.get("content-type"), "application/json");
  assert.equal(await response.text(), '{"error":"Cannot read id: expected text, got 7"}');
});
