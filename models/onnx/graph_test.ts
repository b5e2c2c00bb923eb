import assert from "node:assert/strict";
import { OnnxGraph } from "./graph.ts";

Deno.test("OnnxGraph.node() numbers the outputs of each operator from 0", () => {
  const graph = new OnnxGraph();
  const x = graph.input("x", "float64", ["N", 1]);
  assert.equal(graph.node("Abs", [x]), "abs_0");
  assert.equal(graph.node("Neg", ["abs_0"]), "neg_0");
  assert.equal(graph.node("Abs", ["neg_0"], {}, { output: "last" }), "last");
  assert.equal(graph.node("Abs", ["last"]), "abs_1");
  assert.deepEqual(graph.nodes.flatMap((node) => node.outputs), [
    "abs_0",
    "neg_0",
    "last",
    "abs_1",
  ]);
});

Deno.test("OnnxGraph.fork() numbers its outputs among those of the operator", () => {
  const graph = new OnnxGraph();
  const x = graph.input("x", "float64", ["N", 9]);
  const k = graph.int64([2]);
  assert.deepEqual(graph.fork("TopK", [x, k], 2, { largest: { int: 0 } }), ["topk_0", "topk_1"]);
  assert.deepEqual(graph.fork("TopK", ["topk_0", k], 2), ["topk_2", "topk_3"]);
  assert.deepEqual(graph.nodes[0].outputs, ["topk_0", "topk_1"]);
  assert.deepEqual(graph.nodes[0].attributes, { largest: { int: 0 } });
  assert.throws(() => graph.fork("TopK", ["y", k], 2), {
    name: "RangeError",
    message: 'Cannot use a tensor before it is defined: "y" is unknown',
  });
});

Deno.test("OnnxGraph.node() keeps the domain and the attributes", () => {
  const graph = new OnnxGraph();
  const x = graph.input("x", "float32", ["N", 1]);
  graph.node("Normalizer", [x], { norm: { string: "L2" } }, { domain: "ai.onnx.ml" });
  assert.deepEqual(graph.nodes[0], {
    op: "Normalizer",
    domain: "ai.onnx.ml",
    inputs: ["x"],
    outputs: ["normalizer_0"],
    attributes: { norm: { string: "L2" } },
  });
});

Deno.test("OnnxGraph constants are scalars, vectors or the shape asked for", () => {
  const graph = new OnnxGraph();
  graph.double(0.1);
  graph.float([0.1, 2]);
  graph.int64([1, 2, 3, 4], [2, 2]);
  assert.deepEqual(graph.initializers, [
    { name: "constant_0", type: "float64", shape: [], values: Float64Array.of(0.1) },
    { name: "constant_1", type: "float32", shape: [2], values: Float32Array.of(0.1, 2) },
    { name: "constant_2", type: "int64", shape: [2, 2], values: BigInt64Array.of(1n, 2n, 3n, 4n) },
  ]);
});

Deno.test("OnnxGraph constants refuse values that are not finite and ragged shapes", () => {
  const graph = new OnnxGraph();
  assert.throws(() => graph.double([1, NaN]), {
    name: "RangeError",
    message: "Cannot store a constant whose values are not all finite: value 1 is NaN",
  });
  assert.throws(() => graph.float(Infinity), RangeError);
  assert.throws(() => graph.double([1, 2, 3], [2, 2]), {
    name: "RangeError",
    message: "Cannot fill a constant of shape [2, 2] with 3 values",
  });
  assert.deepEqual(graph.initializers, []);
});

Deno.test("OnnxGraph refuses unknown inputs, unknown outputs and repeated names", () => {
  const graph = new OnnxGraph();
  graph.input("x", "float64", ["N", 1]);
  assert.throws(() => graph.node("Abs", ["y"]), {
    name: "RangeError",
    message: 'Cannot use a tensor before it is defined: "y" is unknown',
  });
  assert.throws(() => graph.output("y", "float64", ["N", 1]), RangeError);
  assert.throws(() => graph.input("x", "float64", ["N", 1]), {
    name: "RangeError",
    message: 'Cannot name two tensors of a graph alike: "x" is taken',
  });
  assert.throws(() => graph.node("Abs", ["x"], {}, { output: "x" }), RangeError);
});

Deno.test("OnnxGraph skips a fresh name that was given by hand", () => {
  const graph = new OnnxGraph();
  const x = graph.input("abs_0", "float64", ["N", 1]);
  assert.equal(graph.node("Abs", [x]), "abs_1");
});
