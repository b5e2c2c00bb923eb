import assert from "node:assert/strict";
import { QueueFullError } from "./queue_full_error.ts";

Deno.test("QueueFullError says what there is too much of", () => {
  const error = new QueueFullError(2000, "rows");
  assert.deepEqual([error.name, error.bound, error.message], [
    "QueueFullError",
    "rows",
    "Cannot score now as the queue is full: expected at most 2000 rows in it, got more",
  ]);
});
