import assert from "node:assert/strict";
import { notRising, requireClasses } from "./require_classes.ts";

Deno.test("requireClasses() refuses labels of one class, and none", () => {
  for (const labels of [[0, 0], [1, 1], []]) {
    const anomalous = labels.filter((label) => label === 1).length;
    assert.throws(() => requireClasses(Uint8Array.from(labels)), {
      name: "RangeError",
      message: "Cannot learn probabilities: expected labels of both classes, " +
        `got ${anomalous} anomalous of ${labels.length}`,
    });
  }
});

Deno.test("notRising() is a RangeError", () => {
  assert.ok(notRising() instanceof RangeError);
});
