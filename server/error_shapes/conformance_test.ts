import assert from "node:assert/strict";
import { badField, RequestError } from "../request_error.ts";
import { errorShapes } from "./mod.ts";

for (const [name, shape] of Object.entries(errorShapes)) {
  Deno.test(`${name} keeps the status and shows the message`, async () => {
    for (const status of [400, 404, 405, 413, 415, 421, 500] as const) {
      const response = await shape.write(new RequestError(status, `Cannot do ${status}`), "r7");
      assert.equal(response.status, status);
      assert.ok((await response.text()).includes(`Cannot do ${status}`));
    }
  });

  Deno.test(`${name} names the field at fault`, async () => {
    const response = await shape.write(badField("readings[3].meter", "is unknown"), "r7");
    assert.ok((await response.text()).includes("readings[3].meter"));
  });

  Deno.test(`${name} writes what its media type and schema say`, async () => {
    for (const error of [badField("kwh", "expected a number"), new RequestError(503, "Full")]) {
      const response = await shape.write(error, "r7");
      const [mediaType] = (response.headers.get("content-type") ?? "").split(";");
      assert.equal(mediaType, shape.mediaType);
      const body = mediaType === "text/html" ? await response.text() : await response.json();
      assert.deepEqual(shape.schema.parse(body), body);
    }
  });
}
