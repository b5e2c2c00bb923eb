import assert from "node:assert/strict";
import { thresholds } from "./mod.ts";

Deno.test("thresholds lists every rule under the name it signs with", () => {
  assert.deepEqual(Object.keys(thresholds), ["quantile"]);
  for (const [rule, choose] of Object.entries(thresholds)) {
    assert.equal(choose([0.1, 0.2, 0.3, 0.4], 0.25).rule, rule);
  }
});
