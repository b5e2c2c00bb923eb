import assert from "node:assert/strict";
import { TrackingError } from "./tracking_error.ts";

Deno.test("TrackingError has the status that MLflow gives to its code", () => {
  const status = (code: ConstructorParameters<typeof TrackingError>[0]) =>
    new TrackingError(code, "x").status;
  assert.equal(status("RESOURCE_ALREADY_EXISTS"), 400);
  assert.equal(status("INVALID_PARAMETER_VALUE"), 400);
  assert.equal(status("RESOURCE_DOES_NOT_EXIST"), 404);
  assert.equal(status("NOT_IMPLEMENTED"), 501);
  assert.equal(status("INTERNAL_ERROR"), 500);
  assert.equal(status("TEMPORARILY_UNAVAILABLE"), 503);
});
