import assert from "node:assert/strict";
import { badField, RequestError } from "../request_error.ts";
import { problemJson } from "./problem_json.ts";

Deno.test("problemJson writes the members of RFC 9457 and the fields at fault", async () => {
  const response = await problemJson.write(badField("readings[3].kwh", "expected number"), "r7");
  assert.equal(response.headers.get("content-type"), "application/problem+json");
  assert.deepEqual(await response.json(), {
    type: "about:blank",
    title: "Bad Request",
    status: 400,
    detail: "Cannot read readings[3].kwh: expected number",
    request_id: "r7",
    errors: [{ field: "readings[3].kwh", message: "expected number" }],
  });
});

Deno.test("problemJson leaves errors out where no field is at fault", async () => {
  const body = await (await problemJson.write(new RequestError(413, "Too much"), "r7")).json();
  assert.deepEqual([body.title, "errors" in body], ["Payload Too Large", false]);
});
