import assert from "node:assert/strict";
import { runIdOf } from "./run_key.ts";

Deno.test("runIdOf() prefers the name of today, and takes no empty one", () => {
  assert.equal(runIdOf({ run_id: "a", run_uuid: "b" }), "a");
  assert.equal(runIdOf({ run_id: "", run_uuid: "b" }), "b");
  for (const none of [{}, { run_id: "", run_uuid: "" }]) {
    assert.throws(() => runIdOf(none), /^TrackingError: Missing value for .* 'run_id'/);
  }
});
