import assert from "node:assert/strict";
import { weightValues } from "../layers/weight.ts";
import { random } from "../random.ts";
import { expectByLstm, initialLstm } from "./lstm_network.ts";

const weights = weightValues(initialLstm(3, random(7)));

Deno.test("initialLstm() has four gates a unit, the forget gates open", () => {
  const { kernel, recurrent, bias, outputKernel, outputBias } = initialLstm(2, random(7));
  assert.deepEqual(kernel.shape, [1, 8]);
  assert.deepEqual(recurrent.shape, [2, 8]);
  assert.deepEqual(bias.values, [0, 0, 1, 1, 0, 0, 0, 0]);
  assert.deepEqual(outputKernel.shape, [2, 1]);
  assert.deepEqual(outputBias.values, [0]);
});

Deno.test("expectByLstm() expects the first value after 0 and the next one after the first", () => {
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
  const byHand = {
    kernel: Float64Array.of(0, 0, 1, 0),
    recurrent: Float64Array.of(0, 0, 0, 2),
    bias: Float64Array.of(0, 0, 0.5, 0),
    outputKernel: Float64Array.of(4),
    outputBias: Float64Array.of(1),
  };
  const c1 = 0.5 * Math.tanh(0.5);
  const h1 = 0.5 * Math.tanh(c1);
  const c2 = 0.5 * c1 + 0.5 * Math.tanh(3 + 0.5);
  const h2 = sigmoid(2 * h1) * Math.tanh(c2);
  const expected = expectByLstm(byHand, Float64Array.of(3, 100), 2);
  [4 * h1 + 1, 4 * h2 + 1].forEach((value, at) => {
    assert.ok(Math.abs(expected[at] - value) < 1e-12, `value ${at} is ${expected[at]}`);
  });
});

Deno.test("expectByLstm() never looks at a value it expects, nor at another window", () => {
  const first = [1, -2, 0.5, 3];
  const two = expectByLstm(weights, Float64Array.of(...first, 9, 9, 9, 9), 4);
  const others = expectByLstm(weights, Float64Array.of(...first.with(3, -7), 0, 0, 0, 0), 4);
  assert.deepEqual(two.subarray(0, 4), others.subarray(0, 4));
  const earlier = expectByLstm(weights, Float64Array.of(...first.with(2, -7)), 4);
  assert.deepEqual(earlier.subarray(0, 3), two.subarray(0, 3));
  assert.notEqual(earlier[3], two[3]);
});
