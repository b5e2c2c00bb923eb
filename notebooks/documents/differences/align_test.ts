import assert from "node:assert/strict";
import fc from "fast-check";
import { align } from "./align.ts";

function same(a: string, b: string): number {
  return a === b ? 1 : 0;
}

Deno.test("align() keeps order and finds the longest common subsequence", () => {
  const pairs = (a: string, b: string) =>
    align([...a], [...b], same).filter((step) => "before" in step && "after" in step).length;
  // Known lengths: Hunt and Szymanski 1977, and by hand.
  for (
    const [a, b, length] of [["ABCBDAB", "BDCABA", 4], ["abc", "", 0], ["ab", "ba", 1]] as const
  ) {
    assert.equal(pairs(a, b), length, `${a} ${b}`);
  }
});

Deno.test("align() takes the pairs that weigh the most, not the most pairs", () => {
  const weights = new Map([["a x", 0.5], ["b y", 0.5], ["a y", 2]]);
  const steps = align(
    ["a", "b"],
    ["x", "y"],
    (a, b) => a === b ? 3 : weights.get(`${a} ${b}`) ?? 0,
  );
  assert.deepEqual(steps, [{ after: 0 }, { before: 0, after: 1 }, { before: 1 }]);
});

Deno.test("align() tells every item once, in order, and pairs only what may be paired", () => {
  const items = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 9 });
  fc.assert(fc.property(items, items, (before, after) => {
    const steps = align(before, after, same);
    const told = (side: "before" | "after") =>
      steps.flatMap((step) => step[side] === undefined ? [] : [step[side]]);
    assert.deepEqual(told("before"), before.map((_, i) => i));
    assert.deepEqual(told("after"), after.map((_, i) => i));
    for (const { before: i, after: j } of steps) {
      if (i !== undefined && j !== undefined) assert.equal(before[i], after[j]);
    }
  }));
});

Deno.test("align() replaces a middle that is too large to compare, between equal ends", () => {
  const lines = (sign: string) => Array.from({ length: 2_100 }, (_, i) => `${sign}${i % 7}`);
  const steps = align(["first", ...lines("a"), "last"], ["first", ...lines("b"), "last"], same);
  assert.equal(steps.length, 2 + 2 * 2_100);
  assert.deepEqual(steps.at(-1), { before: 2_101, after: 2_101 });
});
