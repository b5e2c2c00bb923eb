import assert from "node:assert/strict";
import { WorkerLostError } from "./worker_lost_error.ts";

Deno.test("WorkerLostError says what the worker said", () => {
  const { name, message } = new WorkerLostError("Uncaught Error: no memory");
  assert.equal(name, "WorkerLostError");
  assert.equal(
    message,
    "Cannot finish scoring as the worker stopped: Uncaught Error: no memory",
  );
});
