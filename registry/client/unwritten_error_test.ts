import assert from "node:assert/strict";
import { UnwrittenError } from "./unwritten_error.ts";

Deno.test("UnwrittenError holds what was not written and the reason", () => {
  const entries = ["a", "b"].map((key) => ({ kind: "tag", key, value: "" }) as const);
  const cause = new TypeError("Cannot reach the tracking server");
  const error = new UnwrittenError("r", entries, cause);
  assert.deepEqual([error.unwritten, error.cause], [entries, cause]);
  assert.equal(
    String(error),
    'UnwrittenError: Cannot log to run "r": expected 2 entries to be written, got "Cannot reach the tracking server"',
  );
});
