import assert from "node:assert/strict";
import { studentTail } from "./student_tail.ts";

Deno.test("studentTail() agrees with tables", () => {
  // One-sided critical values of 5 % and 0.5 %.
  for (
    const [freedom, five, half] of [
      [1, 6.313752, 63.656741],
      [2, 2.919986, 9.924843],
      [3, 2.353363, 5.840909],
      [5, 2.015048, 4.032143],
      [11, 1.795885, 3.105807],
      [30, 1.697261, 2.749996],
      [121, 1.657544, 2.617029],
    ]
  ) {
    assert.ok(Math.abs(studentTail(five, freedom) - 0.05) < 1e-6, `${freedom}`);
    assert.ok(Math.abs(studentTail(half, freedom) - 0.005) < 1e-6, `${freedom}`);
  }
});

Deno.test("studentTail() is symmetric around one half, and reaches 0 and 1", () => {
  for (const freedom of [1, 2, 7, 12]) {
    assert.ok(Math.abs(studentTail(-1.3, freedom) + studentTail(1.3, freedom) - 1) < 1e-15);
    assert.ok(studentTail(Infinity, freedom) < 1e-15);
    assert.equal(studentTail(-Infinity, freedom), 1);
  }
});
