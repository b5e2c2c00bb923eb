import assert from "node:assert/strict";
import { random } from "../random.ts";
import { firstCenters } from "./first_centers.ts";

function line(...values: number[]) {
  return { values: Float64Array.from(values), width: 1 };
}

Deno.test("firstCenters() draws the next one by its squared distance from the nearest", () => {
  // After 0, the points 1 and 3 have the weights 1 and 9; after 1: 1 and 4; after 3: 9 and 4.
  const expected: Record<number, [number, number]> = { 0: [3, 0.9], 1: [3, 0.8], 3: [0, 9 / 13] };
  const seen: Record<number, number[]> = { 0: [], 1: [], 3: [] };
  for (let seed = 0; seed < 6000; seed++) {
    const [first, second] = firstCenters(line(0, 1, 3), 2, random(seed));
    seen[first].push(second);
  }
  for (const [first, [second, share]] of Object.entries(expected)) {
    const seconds = seen[Number(first)];
    assert.ok(
      Math.abs(seconds.length / 6000 - 1 / 3) < 0.02,
      `${first} came ${seconds.length} times`,
    );
    const found = seconds.filter((value) => value === second).length / seconds.length;
    assert.ok(Math.abs(found - share) < 0.03, `after ${first}, ${second} came in ${found}`);
  }
});

Deno.test("firstCenters() never takes a point twice and stops when there are no others", () => {
  for (let seed = 0; seed < 50; seed++) {
    const centers = firstCenters(line(2, 2, 5, 2, 5), 4, random(seed));
    assert.deepEqual([...centers].toSorted(), [2, 5]);
  }
  assert.deepEqual([...firstCenters(line(3, 3), 1, random(1))], [3]);
});

Deno.test("firstCenters() is the same for the same stream of chance", () => {
  const draw = random(2);
  const cloud = { values: Float64Array.from({ length: 300 }, draw), width: 3 };
  assert.deepEqual(firstCenters(cloud, 5, random(9)), firstCenters(cloud, 5, random(9)));
});
