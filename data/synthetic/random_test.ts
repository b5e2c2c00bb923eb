import assert from "node:assert/strict";
import { randomStream, standardNormal, uniformInteger } from "./random.ts";

Deno.test("randomStream() repeats for the same seed and name and differs otherwise", () => {
  const numbers = (seed: number, name: string) => {
    const random = randomStream(seed, name);
    return Array.from({ length: 5 }, random);
  };
  assert.deepEqual(numbers(1, "a"), numbers(1, "a"));
  assert.notDeepEqual(numbers(1, "a"), numbers(2, "a"));
  assert.notDeepEqual(numbers(1, "a"), numbers(1, "b"));
});

Deno.test("randomStream() is uniform: mean 1/2, variance 1/12, every tenth filled evenly", () => {
  const random = randomStream(3, "uniform");
  const n = 100_000;
  const bins = new Array<number>(10).fill(0);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const u = random();
    sum += u;
    squares += (u - 0.5) ** 2;
    bins[Math.floor(u * 10)]++;
  }
  // Five standard errors: sqrt(1/12/n), sqrt(1/180/n) and sqrt(n·0.1·0.9).
  assert.ok(Math.abs(sum / n - 1 / 2) < 5 * Math.sqrt(1 / 12 / n));
  assert.ok(Math.abs(squares / n - 1 / 12) < 5 * Math.sqrt(1 / 180 / n));
  for (const count of bins) assert.ok(Math.abs(count - n / 10) < 5 * Math.sqrt(n * 0.09));
});

Deno.test("standardNormal() has mean 0, variance 1 and 95 % within 1.96", () => {
  const random = randomStream(4, "normal");
  const n = 100_000;
  let sum = 0;
  let squares = 0;
  let inside = 0;
  for (let i = 0; i < n; i++) {
    const z = standardNormal(random);
    sum += z;
    squares += z * z;
    if (Math.abs(z) < 1.959964) inside++;
  }
  assert.ok(Math.abs(sum / n) < 5 / Math.sqrt(n));
  assert.ok(Math.abs(squares / n - 1) < 5 * Math.sqrt(2 / n));
  assert.ok(Math.abs(inside / n - 0.95) < 5 * Math.sqrt((0.95 * 0.05) / n));
});

Deno.test("uniformInteger() reaches both ends and nothing outside", () => {
  const random = randomStream(5, "integers");
  const seen = new Set(Array.from({ length: 200 }, () => uniformInteger(random, 2, 4)));
  assert.deepEqual([...seen].sort(), [2, 3, 4]);
});
