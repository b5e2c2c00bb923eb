import assert from "node:assert/strict";
import { random } from "../random.ts";
import { shuffled } from "./shuffled.ts";

Deno.test("shuffled() gives each of the six orders of three numbers alike often", () => {
  const draw = random(7);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = shuffled(Uint32Array.of(1, 2, 3), draw).join();
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.deepEqual([...counts.keys()].sort(), [
    "1,2,3",
    "1,3,2",
    "2,1,3",
    "2,3,1",
    "3,1,2",
    "3,2,1",
  ]);
  // Five deviations of a count of mean 1000.
  for (const count of counts.values()) assert.ok(Math.abs(count - 1000) < 145, `${count}`);
});

Deno.test("shuffled() leaves the numbers it was given", () => {
  const numbers = Uint32Array.of(5, 6, 7);
  shuffled(numbers, () => 0);
  assert.deepEqual([...numbers], [5, 6, 7]);
  assert.deepEqual([...shuffled(new Uint32Array(), () => 0)], []);
});
