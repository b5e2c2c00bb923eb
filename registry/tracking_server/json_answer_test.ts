import assert from "node:assert/strict";
import { errorAnswer, jsonAnswer } from "./json_answer.ts";
import { TrackingError } from "./tracking_error.ts";

Deno.test("jsonAnswer() writes exact int64, named doubles and no absent fields", async () => {
  const response = jsonAnswer({ step: 2n ** 60n, value: NaN, tags: undefined });
  assert.equal(response.headers.get("content-type"), "application/json");
  assert.equal(await response.text(), '{\n  "step": 1152921504606846976,\n  "value": "NaN"\n}');
});

Deno.test("errorAnswer() keeps the text of a defect inside", async () => {
  const response = errorAnswer(new Error("/secret/path"));
  assert.equal(response.status, 500);
  assert.deepEqual(await response.json(), {
    error_code: "INTERNAL_ERROR",
    message: "The server failed to answer",
  });
});

Deno.test("errorAnswer() asks for patience while another process has the file", async () => {
  const response = errorAnswer(new Error("database is locked"));
  assert.deepEqual([response.status, response.headers.get("retry-after")], [503, "1"]);
  assert.deepEqual(await response.json(), {
    error_code: "TEMPORARILY_UNAVAILABLE",
    message: "Another process is writing; try again",
  });
});

Deno.test("errorAnswer() gives a refusal its code, text and status", async () => {
  const response = errorAnswer(new TrackingError("RESOURCE_DOES_NOT_EXIST", "Not here"));
  assert.equal(response.status, 404);
  assert.deepEqual(await response.json(), {
    error_code: "RESOURCE_DOES_NOT_EXIST",
    message: "Not here",
  });
});
