import assert from "node:assert/strict";
import { isEqualWithin, isNear } from "./equal_within.ts";

Deno.test("isNear() is relative to the larger number, and absolute below 1", () => {
  assert.ok(isNear(100, 101, 0.01));
  assert.ok(!isNear(100, 102, 0.01));
  assert.ok(isNear(0, 1e-10, 1e-9));
  assert.ok(!isNear(0, 1e-8, 1e-9));
  assert.ok(!isNear(NaN, NaN, 1));
});

Deno.test("isEqualWithin() reads numbers as people and programs write them", () => {
  const near: [string, string][] = [
    ["420,018 readings", "420,100 readings"],
    ["-1.5e-7", "-1.5001e-7"],
    ["−3 °C", "-3 °C"],
    ["M1.2,3.4L5,6.5Z", "M1.2001,3.4L5,6.5001Z"],
    ["<td>1,234.5</td>", "<td>1,234.6</td>"],
    [".5", "0.5"],
  ];
  for (const [a, b] of near) assert.ok(isEqualWithin(a, b, 1e-3), a);
  const far: [string, string][] = [
    ["1,234", "1,434"],
    ["1 2", "1"],
    ["a1", "b1"],
    ["-3", "3"],
    ["1e3", "1e4"],
    ["NaN", "1"],
  ];
  for (const [a, b] of far) assert.ok(!isEqualWithin(a, b, 1e-3), a);
});

Deno.test("isEqualWithin() without a tolerance is equality", () => {
  assert.ok(isEqualWithin("1.0", "1.0", 0));
  assert.ok(!isEqualWithin("1.0", "1.00", 0));
});
