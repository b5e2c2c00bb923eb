import assert from "node:assert/strict";
import { weightValues } from "./weight.ts";

Deno.test("weightValues() keeps names and values, and says nothing of shapes", () => {
  const values = weightValues({
    kernel: { shape: [2, 1], values: [1, -2] },
    bias: { shape: [1], values: [0.25] },
  });
  assert.deepEqual(Object.keys(values), ["kernel", "bias"]);
  assert.deepEqual([...values.kernel], [1, -2]);
  assert.deepEqual([...values.bias], [0.25]);
});
