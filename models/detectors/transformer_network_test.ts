import assert from "node:assert/strict";
import { NORM_EPSILON } from "../layers/layer_norm.ts";
import { weightValues } from "../layers/weight.ts";
import { random } from "../random.ts";
import { expectByTransformer, initialTransformer } from "./transformer_network.ts";
import reference from "./transformer_reference.json" with { type: "json" };

const weights = weightValues(initialTransformer(3, random(7)));

Deno.test("initialTransformer() is one block of two heads, twice as wide in its feed-forward layer", () => {
  const shapes = Object.entries(initialTransformer(4, random(7)))
    .map(([name, { shape }]) => `${name} ${shape.join("×")}`);
  assert.deepEqual(shapes, [
    ...["embedKernel 1×8", "embedBias 8", "attendKernel 8×24", "attendBias 24"],
    ...["mixKernel 8×8", "mixBias 8", "mixedGain 8", "mixedShift 8"],
    ...["widenKernel 8×16", "widenBias 16", "narrowKernel 16×8", "narrowBias 8"],
    ...["fedGain 8", "fedShift 8", "outputKernel 8×1", "outputBias 1"],
  ]);
});

Deno.test("expectByTransformer() without kernels normalizes the place of a step twice", () => {
  const silent = initialTransformer(1, () => 0.5);
  const told = { ...silent, outputKernel: { shape: [2, 1], values: [1, 0] } };
  // The place (sin t, cos t) becomes (±1, ∓1) but for the 1e-6 in the root.
  const normal = ([a, b]: number[]) => {
    const half = (a - b) / 2;
    const scaled = half / Math.sqrt(half ** 2 + NORM_EPSILON);
    return [scaled, -scaled];
  };
  const expected = [0, 1, 2].map((t) => normal(normal([Math.sin(t), Math.cos(t)]))[0]);
  const ours = expectByTransformer(weightValues(told), Float64Array.of(7, 8, 9), 3);
  expected.forEach((value, at) => assert.ok(Math.abs(ours[at] - value) < 1e-12, `step ${at}`));
});

Deno.test("expectByTransformer() never looks at a value it expects, nor at another window", () => {
  const first = [1, -2, 0.5, 3];
  const two = expectByTransformer(weights, Float64Array.of(...first, 9, 9, 9, 9), 4);
  const others = expectByTransformer(weights, Float64Array.of(...first.with(3, -7), 0, 0, 0, 0), 4);
  assert.deepEqual(two.subarray(0, 4), others.subarray(0, 4));
  const earlier = expectByTransformer(weights, Float64Array.of(...first.with(2, -7)), 4);
  assert.deepEqual(earlier.subarray(0, 3), two.subarray(0, 3));
  assert.notEqual(earlier[3], two[3]);
});

Deno.test("expectByTransformer() gives what NumPy gives", () => {
  const { steps, windows, expected } = reference;
  const learnt: Record<string, number[]> = reference.weights;
  const values = Object.fromEntries(
    Object.keys(weights).map((name) => [name, Float64Array.from(learnt[name])]),
  );
  const ours = expectByTransformer({ ...weights, ...values }, Float64Array.from(windows), steps);
  assert.equal(ours.length, expected.length);
  expected.forEach((value, at) => assert.ok(Math.abs(ours[at] - value) < 1e-9, `value ${at}`));
});
