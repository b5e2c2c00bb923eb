import assert from "node:assert/strict";
import { random } from "../random.ts";
import { LARGEST } from "./scoring_rows.ts";
import { stepOf, tailSteps } from "./tail_steps.ts";

function countAt(sorted: Float32Array, value: number): number {
  const { cuts, counts } = tailSteps(sorted);
  return counts[stepOf(Float32Array.from(cuts), value)];
}

/** The definition, value by value. */
function tailCount(sorted: Float32Array, value: number): number {
  const left = sorted.filter((other) => other <= value).length;
  const right = sorted.filter((other) => other >= value).length;
  return 1 + Math.min(left, right);
}

Deno.test("tailSteps() counts the smaller tail at the values, between and beyond them", () => {
  const sorted = Float32Array.of(-2, -2, 0, 5, 5, 5, 9);
  const expected = [[-3, 1], [-2, 3], [-1, 3], [0, 4], [1, 4], [5, 5], [7, 2], [9, 2], [10, 1]];
  for (const [value, count] of expected) {
    assert.equal(countAt(sorted, value), count, `at ${value}`);
    assert.equal(tailCount(sorted, value), count, `by definition at ${value}`);
  }
});

Deno.test("tailSteps() is exact for 198 values, whatever their ties", () => {
  const draw = random(5);
  const sorted = Float32Array.from({ length: 198 }, () => Math.floor(draw() * 150) / 8).sort();
  for (const value of sorted) {
    for (const near of [value - 1 / 32, value, value + 1 / 32]) {
      assert.equal(countAt(sorted, near), tailCount(sorted, near), `at ${near}`);
    }
  }
});

Deno.test("tailSteps() keeps counts of many values to 2 % with few cuts", () => {
  const sorted = Float32Array.from({ length: 100_000 }, (_, i) => i);
  const { cuts, counts } = tailSteps(sorted);
  assert.ok(cuts.length < 900, `${cuts.length} cuts`);
  const steps = Float32Array.from(cuts);
  for (let i = 0; i < sorted.length; i++) {
    const exact = 1 + Math.min(i + 1, sorted.length - i);
    const kept = counts[stepOf(steps, i)];
    assert.ok(kept <= exact && kept > exact / 1.02, `${kept} for ${exact} at ${i}`);
    if (exact <= 100) assert.equal(kept, exact);
  }
});

Deno.test("tailSteps() tells neighbouring float32 values, zeros and the largest ones apart", () => {
  const above = 1 + 2 ** -23;
  const ones = Float32Array.of(1, 1, 1, above, above, above);
  assert.deepEqual([1 - 2 ** -24, 1, above, above + 2 ** -23].map((v) => countAt(ones, v)), [
    1,
    4,
    4,
    1,
  ]);
  const zeros = Float32Array.of(-0, 0, 0);
  assert.deepEqual([-(2 ** -149), -0, 0, 2 ** -149].map((v) => countAt(zeros, v)), [1, 4, 4, 1]);
  const { cuts } = tailSteps(Float32Array.of(-LARGEST, LARGEST));
  assert.ok(cuts.every(Number.isFinite), `${cuts}`);
});

Deno.test("tailSteps() of no values is one step", () => {
  assert.deepEqual(tailSteps(new Float32Array()), { rows: 0, cuts: [], counts: [1] });
});
