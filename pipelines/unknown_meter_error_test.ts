import assert from "node:assert/strict";
import { UnknownMeterError } from "./unknown_meter_error.ts";

Deno.test("UnknownMeterError tells the meters, in words and as a field", () => {
  const error = new UnknownMeterError(["room 7"]);
  assert.ok(error instanceof Error);
  assert.equal(error.name, "UnknownMeterError");
  assert.deepEqual(error.meterIds, ["room 7"]);
  assert.equal(
    error.message,
    'Cannot score readings of meter "room 7" as the lake does not know it',
  );
  assert.match(
    new UnknownMeterError(["a", "b", "c"]).message,
    /meter "a" and 2 more .* know them$/,
  );
});
