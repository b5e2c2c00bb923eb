import assert from "node:assert/strict";
import reference from "./layers_reference.json" with { type: "json" };
import { lstmOutputs } from "./lstm_cell.ts";

Deno.test("lstmOutputs() opens its gates by hand", () => {
  const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
  // One unit, one input; the input gate hears x, the cell hears h, the others stand as biased.
  const cell = {
    kernel: Float64Array.of(1, 0, 2, 0),
    recurrent: Float64Array.of(0, 0, 3, 0),
    bias: Float64Array.of(0, 1, 0, -1),
  };
  const c1 = sigmoid(0.5) * Math.tanh(1);
  const h1 = sigmoid(-1) * Math.tanh(c1);
  const c2 = sigmoid(1) * c1 + sigmoid(-2) * Math.tanh(-4 + 3 * h1);
  const h2 = sigmoid(-1) * Math.tanh(c2);
  near(lstmOutputs(Float64Array.of(0.5, -2), cell), [h1, h2]);
});

Deno.test("lstmOutputs() stays 0 with an empty cell, and remembers with open gates", () => {
  const zeros = new Float64Array(4);
  const still = { kernel: zeros, recurrent: zeros, bias: zeros };
  assert.deepEqual([...lstmOutputs(Float64Array.of(5, 5), still)], [0, 0]);
  const keeping = { ...still, kernel: Float64Array.of(0, 0, 50, 0), bias: zeros.with(1, 50) };
  // Half of the first step's cell is kept whole by the second, which itself is 0.
  const [, second] = lstmOutputs(Float64Array.of(1, 0), keeping);
  assert.ok(Math.abs(second - 0.5 * Math.tanh(0.5)) < 1e-12);
});

Deno.test("lstmOutputs() gives what NumPy gives", () => {
  const { x, kernel, recurrent, bias, y } = reference.lstm;
  const cell = {
    kernel: Float64Array.from(kernel),
    recurrent: Float64Array.from(recurrent),
    bias: Float64Array.from(bias),
  };
  near(lstmOutputs(Float64Array.from(x), cell), y);
});

function near(actual: ArrayLike<number>, expected: readonly number[]): void {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, at) => assert.ok(Math.abs(actual[at] - value) < 1e-12, `value ${at}`));
}
