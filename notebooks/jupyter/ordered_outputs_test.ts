import assert from "node:assert/strict";
import { keepOutputsInOrder, type KernelInternals } from "./ordered_outputs.ts";

Deno.test("keepOutputsInOrder() hands results over at once and waits before it tells so", async () => {
  const told: unknown[] = [];
  const kernel: KernelInternals = {
    broadcastResult: (count, result) => Promise.resolve(void told.push([count, result])),
  };
  keepOutputsInOrder(kernel);
  const done = kernel.broadcastResult!(3, "r").then(() => told.push("done"));
  setTimeout(() => told.push("published"), 0);
  await Promise.resolve();
  assert.deepEqual(told, [[3, "r"]]);
  await done;
  assert.deepEqual(told, [[3, "r"], "published", "done"]);
});

Deno.test("keepOutputsInOrder() leaves a kernel alone that it does not know", () => {
  const kernel = {};
  keepOutputsInOrder(kernel);
  assert.deepEqual(kernel, {});
});
