import assert from "node:assert/strict";
import { matrix } from "../../models/mod.ts";
import { faultDetector } from "./fault_detector.ts";

Deno.test("faultDetector() grows 150 trees", async () => {
  const x = matrix(["kwh"], [1, 2, 3, 4]);
  const fitted = await faultDetector().fit(x, { seed: 1, labels: Uint8Array.of(0, 0, 1, 1) });
  const { trees } = fitted.toJSON() as { trees: unknown[] };
  assert.equal(trees.length, 150);
});
