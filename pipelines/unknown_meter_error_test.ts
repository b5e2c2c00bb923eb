import assert from "node:assert/strict";
import { UnknownMeterError } from "./unknown_meter_error.ts";

Deno.test("UnknownMeterError tells the meter, in words and as a field", () => {
  const error = new UnknownMeterError("room 7");
  assert.ok(error instanceof Error);
  assert.equal(error.name, "UnknownMeterError");
  assert.equal(error.meterId, "room 7");
  assert.equal(
    error.message,
    'Cannot score readings of meter "room 7" as the lake does not know it',
  );
});
