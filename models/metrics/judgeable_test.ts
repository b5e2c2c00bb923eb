import assert from "node:assert/strict";
import { requireJudgeable } from "./judgeable.ts";

Deno.test("requireJudgeable() says which class is missing", () => {
  assert.throws(() => requireJudgeable(Uint8Array.of(0, 0), Float64Array.of(1, 2)), {
    name: "RangeError",
    message: "Cannot judge a ranking without anomalous rows: none of 2 labels is 1",
  });
  assert.throws(() => requireJudgeable(Uint8Array.of(1), Float64Array.of(1)), {
    name: "RangeError",
    message: "Cannot judge a ranking without ordinary rows: none of 1 labels is 0",
  });
  assert.throws(() => requireJudgeable(new Uint8Array(), new Float64Array()), RangeError);
});

Deno.test("requireJudgeable() refuses NaN, labels beyond 1 and different lengths", () => {
  assert.throws(() => requireJudgeable(Uint8Array.of(1, 0), Float32Array.of(1, NaN)), {
    name: "RangeError",
    message: "Cannot rank a score that is NaN: score 1",
  });
  assert.throws(() => requireJudgeable(Uint8Array.of(1, 2), Float32Array.of(1, 1)), {
    name: "RangeError",
    message: "Cannot judge as a label must be 0 or 1: label 1 is 2",
  });
  assert.throws(() => requireJudgeable(Uint8Array.of(1, 0), Float32Array.of(1)), {
    name: "RangeError",
    message: "Cannot judge 1 scores by 2 labels",
  });
});
