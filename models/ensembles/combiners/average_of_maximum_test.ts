import assert from "node:assert/strict";
import fc from "fast-check";
import {
  averageOfMaximum,
  type AverageOfMaximumState,
  fromAverageOfMaximumState,
} from "./average_of_maximum.ts";
import { fromMaxState } from "./max.ts";
import { fromMeanState } from "./mean.ts";

function fitted(members: number, bucketSize: number, seed: number) {
  const names = Array.from({ length: members }, (_, m) => `member ${m}`);
  const scores = { members: names, rows: 0, values: new Float64Array() };
  return averageOfMaximum({ bucketSize }).fit(scores, { seed });
}

function buckets(members: number, bucketSize: number, seed: number): AverageOfMaximumState {
  return JSON.parse(JSON.stringify(fitted(members, bucketSize, seed)));
}

Deno.test("averageOfMaximum() averages over the buckets, not over the members", () => {
  const { combine } = fromAverageOfMaximumState({
    kind: "average_of_maximum",
    buckets: [[0, 3], [1, 4], [2]],
  });
  // max(0.5, 0.75), max(0.25, 0) and 0.5.
  assert.equal(combine(Float64Array.of(0.5, 0.25, 0.5, 0.75, 0)), 0.5);
});

Deno.test("averageOfMaximum() deals every member once into buckets of nearly one size", () => {
  const count = fc.integer({ min: 1, max: 30 });
  fc.assert(fc.property(count, count, fc.integer(), (members, bucketSize, seed) => {
    const dealt = buckets(members, bucketSize, seed).buckets;
    assert.deepEqual(
      dealt.flat().sort((a, b) => a - b),
      Array.from({ length: members }, (_, i) => i),
    );
    const sizes = dealt.map(({ length }) => length);
    assert.equal(dealt.length, Math.ceil(members / bucketSize));
    assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1 && Math.max(...sizes) <= bucketSize);
  }));
});

Deno.test("averageOfMaximum() puts any two members together as often as any others", () => {
  const together = new Map<string, number>();
  for (let seed = 0; seed < 3000; seed++) {
    for (const bucket of buckets(4, 2, seed).buckets) {
      together.set(`${bucket}`, (together.get(`${bucket}`) ?? 0) + 1);
    }
  }
  // A pair has one chance in three: 1000 of 3000, with a standard deviation of 26.
  assert.equal(together.size, 6);
  for (const [pair, times] of together) {
    assert.ok(Math.abs(times - 1000) < 130, `${pair}: ${times}`);
  }
});

Deno.test("averageOfMaximum() of buckets of one is the mean, of one bucket the maximum", async () => {
  const scores = Float64Array.of(0.5, 0.125, 1, 0.25);
  const mean = fromMeanState({ kind: "mean" }).combine(scores);
  assert.equal((await fitted(4, 1, 7)).combine(scores), mean);
  assert.equal(
    (await fitted(4, 9, 7)).combine(scores),
    fromMaxState({ kind: "max" }).combine(scores),
  );
});

Deno.test("averageOfMaximum() refuses buckets without members", () => {
  for (const bucketSize of [0, 1.5, NaN]) {
    assert.throws(() => averageOfMaximum({ bucketSize }), {
      name: "RangeError",
      message: "Cannot take an average of maximum as bucketSize must be a whole number >= 1: " +
        `current value is ${bucketSize}`,
    });
  }
});
