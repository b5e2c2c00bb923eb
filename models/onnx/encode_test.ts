import assert from "node:assert/strict";
import onnxProto from "onnx-proto";
import { encodeModel } from "./encode.ts";
import { OnnxGraph } from "./graph.ts";

const { ModelProto } = onnxProto.onnx;

function exampleGraph(): OnnxGraph {
  const graph = new OnnxGraph();
  const x = graph.input("x", "float32", ["N", 2]);
  const wide = graph.node("Cast", [x], { to: { type: "float64" } });
  const sum = graph.node("ReduceSum", [wide, graph.int64([1])], { keepdims: { int: 1 } });
  const scaled = graph.node("Mul", [sum, graph.double(0.1)], {}, { output: "y" });
  graph.node("Everything", [x], {
    floats: { floats: [0.5, -1] },
    ints: { ints: [1, -2] },
    string: { string: "SUM" },
    strings: { strings: ["LEAF", "BRANCH_LEQ"] },
  }, { domain: "ai.onnx.ml" });
  graph.output(scaled, "float64", ["N", 1]);
  return graph;
}

Deno.test("encodeModel() states the format, the operator sets and the metadata", () => {
  const model = ModelProto.decode(encodeModel(exampleGraph(), { unit: "kWh", empty: "" }));
  assert.equal(Number(model.irVersion), 8);
  assert.equal(model.producerName, "wattbook");
  assert.deepEqual(
    model.opsetImport.map(({ domain, version }) => [domain, Number(version)]),
    [["", 17], ["ai.onnx.ml", 3]],
  );
  assert.deepEqual(
    model.metadataProps.map(({ key, value }) => [key, value]),
    [["unit", "kWh"], ["empty", ""]],
  );
});

Deno.test("encodeModel() keeps nodes in order with every kind of attribute", () => {
  const { graph } = ModelProto.decode(encodeModel(exampleGraph(), {}));
  const nodes = graph?.node ?? [];
  assert.deepEqual(nodes.map(({ opType }) => opType), ["Cast", "ReduceSum", "Mul", "Everything"]);
  assert.deepEqual(nodes[1].input, ["cast_0", "constant_0"]);
  assert.deepEqual(nodes[2].output, ["y"]);
  assert.equal(Number(nodes[0].attribute?.[0].i), 11, "TensorProto.DOUBLE");
  assert.equal(nodes[3].domain, "ai.onnx.ml");
  const [floats, ints, string, strings] = nodes[3].attribute ?? [];
  const text = new TextDecoder();
  assert.deepEqual(floats.floats, [0.5, -1]);
  assert.deepEqual(ints.ints?.map(Number), [1, -2]);
  assert.equal(text.decode(string.s ?? undefined), "SUM");
  assert.deepEqual(strings.strings?.map((item) => text.decode(item)), ["LEAF", "BRANCH_LEQ"]);
});

Deno.test("encodeModel() stores constants as little-endian raw data", () => {
  const { graph } = ModelProto.decode(encodeModel(exampleGraph(), {}));
  const [axis, factor] = graph?.initializer ?? [];
  assert.deepEqual([axis.dataType, axis.dims?.map(Number)], [7, [1]]);
  assert.deepEqual([...axis.rawData ?? []], [1, 0, 0, 0, 0, 0, 0, 0]);
  assert.deepEqual([factor.dataType, factor.dims], [11, []]);
  // 0.1 is 0x3FB999999999999A.
  assert.deepEqual(
    [...factor.rawData ?? []],
    [0x9a, 0x99, 0x99, 0x99, 0x99, 0x99, 0xb9, 0x3f],
  );
});

Deno.test("encodeModel() declares inputs and outputs with their symbolic rows", () => {
  const { graph } = ModelProto.decode(encodeModel(exampleGraph(), {}));
  const [input] = graph?.input ?? [];
  const [output] = graph?.output ?? [];
  assert.deepEqual([input.name, input.type?.tensorType?.elemType], ["x", 1]);
  const [rows, width] = input.type?.tensorType?.shape?.dim ?? [];
  assert.equal(rows.dimParam, "N");
  assert.equal(Number(width.dimValue), 2);
  assert.deepEqual([output.name, output.type?.tensorType?.elemType], ["y", 11]);
});

Deno.test("encodeModel() gives the same bytes for the same graph", () => {
  assert.deepEqual(
    encodeModel(exampleGraph(), { a: "1" }),
    encodeModel(exampleGraph(), { a: "1" }),
  );
});
