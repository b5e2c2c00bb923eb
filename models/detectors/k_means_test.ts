import assert from "node:assert/strict";
import { random } from "../random.ts";
import { firstCenters, lloyd } from "./k_means.ts";
import reference from "./k_means_reference.json" with { type: "json" };

const context = { seed: 1 };
const points = { values: Float64Array.from(reference.points.flat()), width: 3 };

function line(...values: number[]) {
  return { values: Float64Array.from(values), width: 1 };
}

Deno.test("lloyd() ends at the centres of scikit-learn", async () => {
  const centers = await lloyd(points, Float64Array.from(reference.first.flat()), context);
  reference.centers.flat().forEach((value, at) =>
    assert.ok(Math.abs(centers[at] - value) < 1e-12, `${centers[at]} is not ${value}`)
  );
});

Deno.test("lloyd() goes on until no point changes its centre", async () => {
  // The means are 0 and 6; then 1 changes sides, and 3, which is as near to 0 as to 6.
  const centers = await lloyd(line(0, 1, 3, 10, 10), Float64Array.of(0, 1), context);
  assert.deepEqual([...centers], [4 / 3, 10]);
});

Deno.test("lloyd() leaves a centre without points where it is", async () => {
  const centers = await lloyd(line(1, 3), Float64Array.of(2, 50), context);
  assert.deepEqual([...centers], [2, 50]);
});

Deno.test("lloyd() gives a point to the first of equally near centres", async () => {
  const centers = await lloyd(line(0, 2, 4), Float64Array.of(0, 4), context);
  assert.deepEqual([...centers], [1, 4]);
});

Deno.test("lloyd() does not change the centres it starts from", async () => {
  const first = Float64Array.of(0);
  await lloyd(line(4, 6), first, context);
  assert.deepEqual([...first], [0]);
});

Deno.test("lloyd() hears an abort between two rounds", async () => {
  const stop = new AbortController();
  const onProgress = () => stop.abort();
  const moving = lloyd(line(4, 6), Float64Array.of(0), {
    ...context,
    signal: stop.signal,
    onProgress,
  });
  await assert.rejects(moving, { name: "AbortError" });
});

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
  assert.deepEqual(firstCenters(points, 5, random(9)), firstCenters(points, 5, random(9)));
});
