import assert from "node:assert/strict";
import { adjustedPValues } from "./adjusted_p_values.ts";

Deno.test("adjustedPValues() agrees with the example of Benjamini and Hochberg", () => {
  // Their table of 15 p-values: at the rate 0.05 the four smallest are findings.
  const pValues = [
    0.0001,
    0.0004,
    0.0019,
    0.0095,
    0.0201,
    0.0278,
    0.0298,
    0.0344,
    0.0459,
    0.324,
    0.4262,
    0.5719,
    0.6528,
    0.759,
    1,
  ];
  const adjusted = adjustedPValues(pValues);
  assert.equal(adjusted.filter((p) => p <= 0.05).length, 4);
  assert.ok(Math.abs(adjusted[3] - 0.0095 * 15 / 4) < 1e-15);
  // The fifth to eighth take what the next larger ones have, where that is less.
  assert.ok(Math.abs(adjusted[5] - 0.0298 * 15 / 7) < 1e-15);
  assert.deepEqual(adjustedPValues(pValues.toReversed()), adjusted.toReversed());
});

Deno.test("adjustedPValues() of one, of equal ones and of none are what they were", () => {
  assert.deepEqual(adjustedPValues([0.04]), [0.04]);
  assert.deepEqual(adjustedPValues([0.3, 0.3, 0.3]), [0.3, 0.3, 0.3]);
  assert.deepEqual(adjustedPValues([]), []);
});
