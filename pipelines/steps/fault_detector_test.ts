import assert from "node:assert/strict";
import { detectors, matrix } from "../../models/mod.ts";
import { faultDetector, taughtByFaults } from "./fault_detector.ts";

Deno.test("faultDetector() grows 150 trees", async () => {
  const x = matrix(["kwh"], [1, 2, 3, 4]);
  const fitted = await faultDetector().fit(x, { seed: 1, labels: Uint8Array.of(0, 0, 1, 1) });
  const { trees } = fitted.toJSON() as { trees: unknown[] };
  assert.equal(trees.length, 150);
});

Deno.test("taughtByFaults() makes gradient boosting that of the model and leaves the others", async () => {
  const x = matrix(["kwh"], [1, 2, 3, 4]);
  const context = { seed: 1, labels: Uint8Array.of(0, 0, 1, 1) };
  const fitted = await taughtByFaults(detectors.gradient_boosting()).fit(x, context);
  assert.deepEqual(fitted.toJSON(), (await faultDetector().fit(x, context)).toJSON());
  const forest = detectors.isolation_forest();
  assert.equal(taughtByFaults(forest), forest);
});
