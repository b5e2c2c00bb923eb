import assert from "node:assert/strict";
import { viewType } from "./view_type.ts";

Deno.test("viewType takes MLflow's names and numbers, and active ones when absent", () => {
  assert.deepEqual(viewType.absent, ["active"]);
  const read = (value: unknown) => viewType.read(value);
  assert.deepEqual(read("DELETED_ONLY"), { value: ["deleted"], complete: true });
  assert.deepEqual(read(3), { value: ["active", "deleted"], complete: true });
  assert.deepEqual(read("1"), { value: ["active"], complete: true });
});

Deno.test("viewType passes over other names, not over other numbers", () => {
  assert.deepEqual(viewType.read("EVERYTHING"), { value: ["active"], complete: true });
  for (const value of [0, 4, "9"]) assert.equal(viewType.read(value).complete, false);
});
