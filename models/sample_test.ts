import assert from "node:assert/strict";
import { random } from "./random.ts";
import { sampleIndices } from "./sample.ts";

Deno.test("sampleIndices() draws distinct indices in range", () => {
  const draw = random(1);
  for (let round = 0; round < 200; round++) {
    const indices = sampleIndices(20, 13, draw);
    assert.equal(indices.length, 13);
    assert.equal(new Set(indices).size, 13);
    assert.ok(indices.every((index) => index < 20));
  }
});

Deno.test("sampleIndices() draws every pair equally often", () => {
  const draw = random(2);
  const counts = new Map<string, number>();
  for (let round = 0; round < 10_000; round++) {
    const pair = [...sampleIndices(5, 2, draw)].sort().join();
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  assert.equal(counts.size, 10);
  const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
  assert.ok(chiSquare < 27.88, `chi-square with 9 degrees of freedom at 0.001: ${chiSquare}`);
});

Deno.test("sampleIndices() gives all when there are no more than asked for", () => {
  assert.deepEqual([...sampleIndices(3, 3, random(1))], [0, 1, 2]);
  assert.deepEqual([...sampleIndices(0, 3, random(1))], []);
});
