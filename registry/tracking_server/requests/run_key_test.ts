import assert from "node:assert/strict";
import { requireRunId, runIdOf } from "./run_key.ts";

Deno.test("runIdOf() prefers the name of today, and takes no empty one", () => {
  assert.equal(runIdOf({ run_id: "a", run_uuid: "b" }), "a");
  assert.equal(runIdOf({ run_id: "", run_uuid: "b" }), "b");
  assert.equal(runIdOf({}), "");
});

Deno.test("requireRunId() takes letters, digits, underscores and dashes", () => {
  for (const id of ["0123456789abcdef", "A-b_c", "a".repeat(256)]) requireRunId(id);
  for (const id of ["", "-a", "a/b", "a".repeat(257)]) {
    assert.throws(() => requireRunId(id), {
      message: `Invalid value "${id}" for parameter 'run_id' supplied.`,
    });
  }
});
