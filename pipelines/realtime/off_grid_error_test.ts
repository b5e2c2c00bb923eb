import assert from "node:assert/strict";
import { OffGridError } from "./off_grid_error.ts";

Deno.test("an off-grid error names the reading, its time and the interval", () => {
  const { place, intervalMinutes, message } = new OffGridError(3, 420_000, 15);
  assert.deepEqual([place, intervalMinutes], [3, 15]);
  assert.equal(
    message,
    "Cannot score reading 3: expected a time on its meter's grid of 15 minutes, " +
      "got 1970-01-01T00:07:00.000Z",
  );
});
