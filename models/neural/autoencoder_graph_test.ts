import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { initialAutoencoder, reconstruct } from "../detectors/autoencoder_network.ts";
import { weightValues } from "../layers/weight.ts";
import { random } from "../random.ts";
import { autoencoderGraph } from "./autoencoder_graph.ts";
import { startBackend } from "./backend.ts";
import { tensorsOf } from "./weight_tensors_fixture.ts";

const draw = random(7);
const initial = initialAutoencoder(6, 2, draw);
// Biases of 0 would hide a bias in the wrong place.
const weights = {
  ...initial,
  codeBias: { shape: [2], values: [0.5, -0.25] },
  outputBias: { shape: [6], values: [1, -1, 0.5, 0, 2, -2] },
};
const x = Float64Array.from({ length: 30 }, () => Math.fround(6 * draw() - 3));

Deno.test("reconstruct() is what a model of TensorFlow.js predicts, within 1e-5", async () => {
  await startBackend("wasm");
  const w = tensorsOf(weights);
  const layers = (["encoder", "code", "decoder", "output"] as const).map((name, i) =>
    tf.layers.dense({
      units: weights[`${name}Bias`].values.length,
      activation: name === "output" ? "linear" : "tanh",
      weights: [w[`${name}Kernel`], w[`${name}Bias`]],
      ...(i === 0 ? { inputShape: [6] } : {}),
    })
  );
  const model = tf.sequential({ layers });
  const predicted = (model.predict(tf.tensor2d([...x], [5, 6])) as tf.Tensor).dataSync();
  const ours = reconstruct(weightValues(weights), x);
  ours.forEach((value, at) => assert.ok(Math.abs(predicted[at] - value) < 1e-5, `value ${at}`));
});

Deno.test("autoencoderGraph() computes what reconstruct() does, within 1e-5", async () => {
  await startBackend("wasm");
  const graph = autoencoderGraph(tensorsOf(weights), tf.tensor2d([...x], [5, 6])).dataSync();
  const ours = reconstruct(weightValues(weights), x);
  ours.forEach((value, at) => assert.ok(Math.abs(graph[at] - value) < 1e-5, `value ${at}`));
});
