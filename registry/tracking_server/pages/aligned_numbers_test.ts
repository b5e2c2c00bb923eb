import assert from "node:assert/strict";
import { alignedNumbers } from "./aligned_numbers.ts";

Deno.test("alignedNumbers() gives a column the decimals of its largest number", () => {
  assert.deepEqual(alignedNumbers([2.908666, 0.5, -1]), ["2.909", "0.500", "−1.000"]);
  assert.deepEqual(alignedNumbers([1234.56, 7.5]), ["1235", "8"]);
  assert.deepEqual(alignedNumbers([3, 200, -1, 0]), ["3", "200", "−1", "0"]);
  assert.deepEqual(alignedNumbers([0.0123456, 0.05]), ["0.01235", "0.05000"]);
});

Deno.test("alignedNumbers() writes each for itself where equal decimals would hide one", () => {
  assert.deepEqual(alignedNumbers([0.000833333]), ["0.0008333"]);
  assert.deepEqual(alignedNumbers([0.00000012]), ["1.2e−7"]);
  assert.deepEqual(alignedNumbers([0.5, 0.000012]), ["0.5", "1.2e−5"]);
  assert.deepEqual(alignedNumbers([2.5e7, 1]), ["2.5e7", "1"]);
});

Deno.test("alignedNumbers() leaves cells empty, and names what is not finite", () => {
  assert.deepEqual(alignedNumbers([undefined, NaN, Infinity, 0.5]), [
    "",
    "NaN",
    "Infinity",
    "0.5000",
  ]);
  assert.deepEqual(alignedNumbers([]), []);
});
