import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { causalAttention } from "../layers/attention.ts";
import reference from "../layers/layers_reference.json" with { type: "json" };
import { causalAttentionGraph } from "./attention_graph.ts";
import { startBackend } from "./backend.ts";

const { projected, steps, heads, y } = reference.attention;

Deno.test("causalAttentionGraph() gives for each sequence what NumPy gives, within 1e-5", async () => {
  await startBackend("wasm");
  const other = projected.map((value) => 1 - value);
  const rows = tf.tensor2d([...other, ...projected], [2 * steps, projected.length / steps]);
  const mixed = causalAttentionGraph(rows, steps, heads).dataSync();
  const expected = [...causalAttention(Float64Array.from(other), steps, heads), ...y];
  assert.equal(mixed.length, expected.length);
  expected.forEach((value, at) => assert.ok(Math.abs(mixed[at] - value) < 1e-5, `value ${at}`));
});
