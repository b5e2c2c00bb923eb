import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { expectByLstm, initialLstm } from "../detectors/lstm_network.ts";
import { weightValues } from "../layers/weight.ts";
import { random } from "../random.ts";
import { startBackend } from "./backend.ts";
import { lstmGraph } from "./lstm_graph.ts";
import { oneStepLater } from "./one_step_later.ts";
import { tensorsOf } from "./weight_tensors_fixture.ts";

const [ROWS, STEPS, UNITS] = [5, 7, 3];
const draw = random(7);
const initial = initialLstm(UNITS, draw);
const weights = {
  ...initial,
  // Biases of their own for each gate would show gates out of order.
  bias: { ...initial.bias, values: initial.bias.values.map((_, at) => Math.sin(at)) },
  outputBias: { shape: [1], values: [0.5] },
};
const windows = Array.from(
  { length: ROWS },
  () => Array.from({ length: STEPS }, () => 4 * draw() - 2),
);
const ours = expectByLstm(weightValues(weights), Float64Array.from(windows.flat()), STEPS);

Deno.test("expectByLstm() is what a model of TensorFlow.js predicts, within 1e-5", async () => {
  await startBackend("wasm");
  const w = tensorsOf(weights);
  const model = tf.sequential({
    layers: [
      tf.layers.lstm({
        units: UNITS,
        inputShape: [STEPS, 1],
        returnSequences: true,
        recurrentActivation: "sigmoid",
        weights: [w.kernel, w.recurrent, w.bias],
      }),
      tf.layers.timeDistributed({
        layer: tf.layers.dense({ units: 1 }),
        weights: [w.outputKernel, w.outputBias],
      }),
    ],
  });
  const inputs = oneStepLater(tf.tensor2d(windows)).reshape([ROWS, STEPS, 1]);
  const predicted = (model.predict(inputs) as tf.Tensor).dataSync();
  ours.forEach((value, at) => assert.ok(Math.abs(predicted[at] - value) < 1e-5, `value ${at}`));
});

Deno.test("lstmGraph() computes what expectByLstm does, within 1e-5", async () => {
  await startBackend("wasm");
  const graph = lstmGraph(tensorsOf(weights), tf.tensor2d(windows)).dataSync();
  assert.equal(graph.length, ours.length);
  ours.forEach((value, at) => assert.ok(Math.abs(graph[at] - value) < 1e-5, `value ${at}`));
});
