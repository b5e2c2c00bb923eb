import assert from "node:assert/strict";
import { OffGridError } from "./off_grid_error.ts";

Deno.test("an off-grid error names the first reading, its time and the interval", () => {
  const odd = [3, 5].map((place) => ({ place, ts: 420_000, intervalMinutes: 15 }));
  const { readings, message } = new OffGridError(odd);
  assert.deepEqual(readings, odd);
  assert.equal(
    message,
    "Cannot score reading 3: expected a time on its meter's grid of 15 minutes, " +
      "got 1970-01-01T00:07:00.000Z",
  );
});
