import assert from "node:assert/strict";
import { deriveSeed, random } from "./random.ts";
import reference from "./random_reference.json" with { type: "json" };

Deno.test("random() draws the words of sfc32", () => {
  for (const { seed, words } of reference.draws) {
    const draw = random(seed);
    assert.deepEqual(words.map(() => draw() * 2 ** 32), words);
  }
});

Deno.test("random() is uniform over ten bins", () => {
  const draw = random(3);
  const counts = new Array(10).fill(0);
  for (let i = 0; i < 100_000; i++) counts[Math.floor(draw() * 10)]++;
  const chiSquare = counts.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0);
  assert.ok(chiSquare < 27.88, `chi-square with 9 degrees of freedom at 0.001: ${chiSquare}`);
});

Deno.test("random() parts neighbouring seeds", () => {
  const first = Array.from({ length: 1000 }, (_, seed) => random(seed)());
  assert.equal(new Set(first).size, 1000);
  const mean = first.reduce((sum, value) => sum + value, 0) / 1000;
  assert.ok(Math.abs(mean - 0.5) < 4 / Math.sqrt(12 * 1000), `mean of the first draws: ${mean}`);
});

Deno.test("random() refuses a seed that is not a safe integer", () => {
  for (const seed of [0.5, NaN, Infinity, 2 ** 53]) {
    assert.throws(() => random(seed), {
      name: "RangeError",
      message:
        `Cannot seed the random stream as the seed must be a safe integer: current value is ${seed}`,
    });
  }
});

Deno.test("deriveSeed() is FNV-1a over seed and label, mixed", () => {
  for (const { seed, label, value } of reference.derived) {
    assert.equal(deriveSeed(seed, label), value);
  }
});

Deno.test("deriveSeed() refuses a seed that is not a safe integer", () => {
  assert.throws(() => deriveSeed(1.5, "iqr"), RangeError);
});
