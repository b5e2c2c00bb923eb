import assert from "node:assert/strict";
import { forEachConcurrently } from "./concurrently.ts";

Deno.test("forEachConcurrently() never runs more than the limit and runs everything once", async () => {
  let running = 0;
  let most = 0;
  const seen: number[] = [];
  await forEachConcurrently([...Array(20).keys()], 3, async (item) => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    seen.push(item);
    running--;
  });
  assert.equal(most, 3);
  assert.deepEqual(seen.toSorted((a, b) => a - b), [...Array(20).keys()]);
});

Deno.test("forEachConcurrently() aborts the others, starts no more and throws the first failure", async () => {
  const started: number[] = [];
  let aborted = false;
  const run = forEachConcurrently([0, 1, 2, 3], 2, (item, signal) => {
    started.push(item);
    if (item === 1) throw new RangeError("No such file");
    return new Promise((_, reject) => {
      signal.addEventListener("abort", () => {
        aborted = true;
        reject(signal.reason);
      });
    });
  });
  await assert.rejects(run, { name: "RangeError", message: "No such file" });
  assert.ok(aborted);
  assert.deepEqual(started, [0, 1]);
});

Deno.test("forEachConcurrently() does nothing without items", async () => {
  await forEachConcurrently([], 4, () => {
    throw new Error("Not reached");
  });
});
