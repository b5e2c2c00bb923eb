import assert from "node:assert/strict";
import { viewType } from "./view_type.ts";

Deno.test("viewType takes MLflow's names and numbers, and active ones when absent", () => {
  assert.deepEqual(viewType.read(undefined, "view_type"), ["active"]);
  assert.deepEqual(viewType.read("DELETED_ONLY", "view_type"), ["deleted"]);
  assert.deepEqual(viewType.read(3, "view_type"), ["active", "deleted"]);
  assert.deepEqual(viewType.read("1", "view_type"), ["active"]);
});

Deno.test("viewType refuses other names and numbers", () => {
  for (const value of ["EVERYTHING", 0, 4, true]) {
    assert.throws(() => viewType.read(value, "view_type"), {
      message: `Invalid value ${
        JSON.stringify(value)
      } for parameter 'view_type' supplied:  Hint: It must be one of ACTIVE_ONLY, DELETED_ONLY, ALL`,
    });
  }
});
