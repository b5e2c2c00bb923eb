import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import reference from "../detectors/transformer_reference.json" with { type: "json" };
import { initialTransformer } from "../detectors/transformer_network.ts";
import type { Weight } from "../layers/weight.ts";
import { startBackend } from "./backend.ts";
import { transformerGraph } from "./transformer_graph.ts";
import { tensorsOf } from "./weight_tensors_fixture.ts";

Deno.test("transformerGraph() gives what NumPy gives, within 1e-5", async () => {
  await startBackend("wasm");
  const { steps, windows, expected } = reference;
  const learnt: Record<string, number[]> = reference.weights;
  const initial = initialTransformer(3, () => 0.5);
  const weights = Object.fromEntries(
    Object.entries<Weight>(initial).map(([name, { shape }]) => [name, {
      shape,
      values: learnt[name],
    }]),
  );
  const x = tf.tensor2d(windows, [windows.length / steps, steps]);
  const graph = transformerGraph(tensorsOf({ ...initial, ...weights }), x).dataSync();
  assert.equal(graph.length, expected.length);
  expected.forEach((value, at) => assert.ok(Math.abs(graph[at] - value) < 1e-5, `value ${at}`));
});
