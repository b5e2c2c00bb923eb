import assert from "node:assert/strict";
import type { Tree } from "../detectors/forest.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { OnnxGraph } from "./graph.ts";
import { exportTreeSums } from "./tree_sums.ts";

const stump: Tree = {
  feature: [1, -1, -1],
  threshold: [0.5, 0, 0],
  left: [1, 0, 0],
  right: [2, 0, 0],
  value: [0, 1, 4],
};

function leafOf(value: number): Tree {
  return { feature: [-1], threshold: [0], left: [0], right: [0], value: [value] };
}

Deno.test("exportTreeSums() adds up the leaves, a missing value going right", async () => {
  const x = matrix(["kwh", "change"], [0, 0.5, 0, 0.75, 0, NaN, NaN, -1e30]);
  const scores = await exportedScores(x, (graph, features) => {
    const rows = graph.node("Cast", [features], { to: { type: "float32" } });
    return exportTreeSums(graph, rows, [stump, leafOf(-1.5), leafOf(2)]);
  });
  assert.deepEqual(scores, [1.5, 4.5, 4.5, 1.5]);
});

Deno.test("exportTreeSums() sends a missing value left where the node says", async () => {
  const x = matrix(["kwh", "change"], [0, 0.75, 0, NaN]);
  const scores = await exportedScores(x, (graph, features) => {
    const rows = graph.node("Cast", [features], { to: { type: "float32" } });
    return exportTreeSums(graph, rows, [{ ...stump, missingLeft: [1, 0, 0] }, stump]);
  });
  assert.deepEqual(scores, [8, 5]);
});

Deno.test("exportTreeSums() splits values so that float32 sums lose nothing", () => {
  const graph = new OnnxGraph();
  const rows = graph.input("rows", "float32", ["N", 1]);
  const values = [10 / 3, Math.E, 12.3456789012345, 0, 1, -Math.PI];
  exportTreeSums(graph, rows, values.map(leafOf));
  const weights = graph.nodes[0].attributes.target_weights;
  assert.ok("floats" in weights);
  const { floats } = weights;
  assert.deepEqual(floats, floats.map(Math.fround));
  values.forEach((value, i) => {
    assert.ok(Math.abs(floats[i] + floats[i + values.length] - value) < 1e-11);
  });
  const coarse = floats.slice(0, values.length);
  const float32Sum = coarse.reduce((sum, part) => Math.fround(sum + part), 0);
  assert.equal(float32Sum, coarse.reduce((sum, part) => sum + part, 0));
});

Deno.test("exportTreeSums() keeps whole numbers up to 2^40 as they are", () => {
  const graph = new OnnxGraph();
  const values = [2 ** 40, 2 ** 40 - 1, 12_345_678_901, 1];
  exportTreeSums(graph, graph.input("rows", "float32", ["N", 1]), values.map(leafOf));
  const weights = graph.nodes[0].attributes.target_weights;
  assert.ok("floats" in weights);
  const { floats } = weights;
  assert.deepEqual(values.map((_, i) => floats[i] + floats[i + values.length]), values);
});
