import assert from "node:assert/strict";
import { Unreadable } from "./run_source.ts";

Deno.test("Unreadable says where and why, and is an error to throw", () => {
  const unreadable = new Unreadable("mlruns/0/meta.yaml", "Cannot read it");
  assert.equal(unreadable.place, "mlruns/0/meta.yaml");
  assert.equal(String(unreadable), "Unreadable: Cannot read it");
  assert.ok(unreadable instanceof Error);
});
