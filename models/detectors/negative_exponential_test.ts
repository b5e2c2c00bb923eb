import assert from "node:assert/strict";
import { negativeExponential } from "./negative_exponential.ts";

Deno.test("negativeExponential() is Math.exp to a relative error of 1e-15", () => {
  for (let step = 0; step <= 100_000; step++) {
    for (const x of [step / 100_000, step * 708 / 100_000]) {
      const error = Math.abs(negativeExponential(x) / Math.exp(-x) - 1);
      assert.ok(error < 1e-15, `e^-${x}: relative error ${error}`);
    }
  }
});

Deno.test("negativeExponential() is exact at 0 and falls from there on", () => {
  assert.equal(negativeExponential(0), 1);
  assert.equal(negativeExponential(1e-300), 1);
  for (let x = 0; x < 30; x += 0.001) {
    assert.ok(negativeExponential(x + 0.001) < negativeExponential(x), `at ${x}`);
  }
});

Deno.test("negativeExponential() is 0 where doubles run out", () => {
  assert.ok(negativeExponential(708) > 0);
  assert.deepEqual([708.1, 1e9, 1e300, Infinity].map(negativeExponential), [0, 0, 0, 0]);
});
