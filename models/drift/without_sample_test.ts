import assert from "node:assert/strict";
import { random } from "../random.ts";
import { columnSample } from "./column_sample.ts";
import { driftTests } from "./mod.ts";
import { referenceColumn } from "./reference_column.ts";
import { withoutSample } from "./without_sample.ts";

Deno.test("withoutSample() takes the sample's values out of every count", () => {
  const whole = referenceColumn("beds", Float64Array.of(2, 4, 4, 6, 6, NaN, NaN));
  assert.deepEqual(withoutSample(whole, columnSample(Float64Array.of(6, 4, NaN))), {
    ...whole,
    n: 4,
    counts: [1, 1, 1, 1],
    sketch: { values: [2, 4, 6], below: [0, 1, 2], upTo: [1, 2, 3] },
  });
});

Deno.test("withoutSample() is the column of the other values where each value has its bin", () => {
  const next = random(5);
  const draw = (count: number) =>
    Float64Array.from({ length: count }, () => Math.floor(9 * next()));
  const [others, sample] = [draw(400), draw(90)];
  const whole = referenceColumn("hour", Float64Array.of(...sample, ...others));
  assert.deepEqual(withoutSample(whole, columnSample(sample)), {
    ...referenceColumn("hour", others),
    median: whole.median,
    deviation: whole.deviation,
  });
});

Deno.test("withoutSample() leaves a distance of 0 from the other values, for every drift test", () => {
  const next = random(6);
  const draw = (count: number) => Float64Array.from({ length: count }, next);
  const [others, sample] = [draw(3000), draw(700)];
  const whole = referenceColumn("kwh", Float64Array.of(...sample, ...others));
  for (const test of Object.values(driftTests)) {
    const rest = withoutSample(whole, columnSample(sample));
    assert.equal(test.compute(rest, columnSample(others)), 0, test.name);
  }
});

Deno.test("withoutSample() of no values is the reference, which it leaves as it was", () => {
  const whole = referenceColumn("kwh", Float64Array.of(1, NaN, 3));
  assert.deepEqual(withoutSample(whole, { n: 0, sorted: new Float64Array(0) }), whole);
  withoutSample(whole, columnSample(Float64Array.of(3)));
  assert.deepEqual(whole, referenceColumn("kwh", Float64Array.of(1, NaN, 3)));
});
