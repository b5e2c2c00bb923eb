import assert from "node:assert/strict";
import { dayRows } from "./day_rows.ts";

const hours = { days: [1, 1, 2, 4, 4, 4, 9] };

Deno.test("dayRows() gives the rows of the days, whichever are missing", () => {
  assert.deepEqual(dayRows(hours, 1, 2), [0, 1]);
  assert.deepEqual(dayRows(hours, 2, 5), [2, 3, 4, 5]);
  assert.deepEqual(dayRows(hours, 0, 100), [0, 1, 2, 3, 4, 5, 6]);
});

Deno.test("dayRows() gives none where there are none", () => {
  assert.deepEqual(dayRows(hours, 3, 4), []);
  assert.deepEqual(dayRows(hours, 10, 20), []);
  assert.deepEqual(dayRows({ days: [] }, 0, 1), []);
});
