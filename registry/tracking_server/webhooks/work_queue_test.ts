import assert from "node:assert/strict";
import { openWorkQueue } from "./work_queue.ts";

const bounds = { workers: 2, longest: 3, patience: 10_000, onGivenUp() {} };

Deno.test("openWorkQueue() does as many pieces at a time as it has workers", async () => {
  const gates = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
  const begun: number[] = [];
  await using queue = openWorkQueue(bounds);
  gates.forEach(({ promise }, i) => queue.add(() => (begun.push(i), promise)));
  assert.deepEqual(begun, [0, 1]);
  gates[1].resolve();
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(begun, [0, 1, 2]);
  for (const { resolve } of gates) resolve();
});

Deno.test("openWorkQueue() refuses what it has no room for, and all once it is closed", async () => {
  const gate = Promise.withResolvers<void>();
  const queue = openWorkQueue(bounds);
  const taken = Array.from({ length: 7 }, () => queue.add(() => gate.promise));
  assert.deepEqual(taken, [true, true, true, true, true, false, false]);
  gate.resolve();
  await queue[Symbol.asyncDispose]();
  assert.equal(queue.add(() => gate.promise), false);
});

Deno.test("openWorkQueue() tells work to give up when patience ends, and says how much", async () => {
  const told: number[] = [];
  let begun = 0;
  const queue = openWorkQueue({
    ...bounds,
    patience: 1,
    onGivenUp: (count) => void told.push(count),
  });
  for (let i = 0; i < 5; i++) {
    queue.add((signal) => {
      begun++;
      return new Promise((resolve) => signal.addEventListener("abort", () => resolve()));
    });
  }
  await queue[Symbol.asyncDispose]();
  assert.deepEqual([told, begun], [[5], 2]);
});
