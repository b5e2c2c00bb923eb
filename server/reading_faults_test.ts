import assert from "node:assert/strict";
import { offGrid, unknownMeter } from "./reading_faults.ts";

Deno.test("faults of readings stand under the path of the reading, quoted where text is shown", () => {
  assert.deepEqual(unknownMeter('a"b'), { field: "meter", message: 'meter "a\\"b" is unknown' });
  const { field } = offGrid({ ts: 0, intervalMinutes: 15 }, "readings[7].");
  assert.equal(field, "readings[7].ts");
});
