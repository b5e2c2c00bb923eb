import assert from "node:assert/strict";
import { random } from "../random.ts";
import { lloyd } from "./lloyd.ts";
import reference from "./lloyd_reference.json" with { type: "json" };

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

Deno.test("lloyd() takes no shorter way than that of measuring every distance", async () => {
  const draw = random(5);
  const cloud = { values: Float64Array.from({ length: 3000 }, draw), width: 2 };
  const first = cloud.values.slice(0, 24);
  let [centers, former]: Float64Array[] = [first, new Float64Array()];
  while (String(centers) !== String(former)) {
    [centers, former] = [oneRound(cloud, centers), centers];
  }
  assert.deepEqual(await lloyd(cloud, first, context), centers);
});

/** The means of the points nearest to each centre, by the definition. */
function oneRound({ values, width }: typeof points, centers: Float64Array): Float64Array {
  const groups = Array.from({ length: centers.length / width }, (): number[][] => []);
  for (let at = 0; at < values.length; at += width) {
    const point = [...values.subarray(at, at + width)];
    const distances = groups.map((_, center) =>
      point.reduce((sum, value, j) => sum + (value - centers[center * width + j]) ** 2, 0)
    );
    groups[distances.indexOf(Math.min(...distances))].push(point);
  }
  const means = groups.flatMap((group) =>
    Array.from(
      { length: width },
      (_, j) => group.reduce((sum, point) => sum + point[j], 0) / group.length,
    )
  );
  return Float64Array.from(means);
}
