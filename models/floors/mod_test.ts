import assert from "node:assert/strict";
import { floors } from "./mod.ts";

Deno.test("floors lists every floor under its name", () => {
  assert.deepEqual(Object.keys(floors), ["random", "constant", "seasonal_naive"]);
  for (const [key, floor] of Object.entries(floors)) assert.equal(floor.name, key);
});
