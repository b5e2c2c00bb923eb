import assert from "node:assert/strict";
import { clientError } from "./client_error.ts";
import { problemJson } from "./error_shapes/problem_json.ts";
import { badField } from "./request_error.ts";

Deno.test("clientError() carries the problem and the request id", async () => {
  const response = await problemJson.write(badField("kwh", "expected number"), "r7");
  response.headers.set("x-request-id", "r7");
  const { name, message, status, problem, requestId } = await clientError(response, "POST /x");
  assert.deepEqual([name, message, status, requestId], [
    "ClientError",
    "Cannot read kwh: expected number",
    400,
    "r7",
  ]);
  assert.deepEqual(problem?.errors, [{ field: "kwh", message: "expected number" }]);
});
