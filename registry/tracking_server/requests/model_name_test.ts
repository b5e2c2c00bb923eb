import assert from "node:assert/strict";
import { requireModelName } from "./model_name.ts";

Deno.test("requireModelName() takes other signs, and refuses names that are paths", () => {
  for (const name of ["a", "a.b%\"'", ".a", "日本"]) requireModelName(name);
  assert.throws(() => requireModelName("  "), {
    message: "Missing value for required parameter 'name'.",
  });
  assert.throws(() => requireModelName("a:b"), /Names cannot contain '\/' or ':'\.$/);
  for (const name of [".", "..", "..a"]) {
    assert.throws(() => requireModelName(name), /: Invalid value .* for parameter 'name'/);
  }
});
