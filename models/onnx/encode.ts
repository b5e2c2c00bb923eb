/** A graph as the bytes of an ONNX file. */
import onnxProto, { type onnx } from "onnx-proto";
import type {
  Attribute,
  ElementType,
  GraphNode,
  GraphValue,
  Initializer,
  OnnxGraph,
} from "./graph.ts";

const { AttributeProto, ModelProto, TensorProto } = onnxProto.onnx;

/** The file format version that came with ONNX 1.10 to 1.13; opset 17 needs no later one. */
const IR_VERSION = 8;
const OPERATOR_SETS = [{ domain: "", version: 17 }, { domain: "ai.onnx.ml", version: 3 }];

const ELEMENT_TYPES: Record<ElementType, onnx.TensorProto.DataType> = {
  float32: TensorProto.DataType.FLOAT,
  float64: TensorProto.DataType.DOUBLE,
  int64: TensorProto.DataType.INT64,
};

/**
 * Encodes a graph as an ONNX model (IR 8, `ai.onnx` 17, `ai.onnx.ml` 3). The same graph and
 * metadata give the same bytes: nothing of the time or the machine goes in.
 *
 * @param metadata The model's `metadata_props`, written in the order given.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * graph.output(graph.node("Abs", [graph.input("x", "float64", ["N", 1])]), "float64", ["N", 1]);
 * assert.deepEqual(encodeModel(graph, { unit: "kWh" }), encodeModel(graph, { unit: "kWh" }));
 * ```
 */
export function encodeModel(
  graph: OnnxGraph,
  metadata: Readonly<Record<string, string>>,
): Uint8Array<ArrayBuffer> {
  const bytes = ModelProto.encode({
    irVersion: IR_VERSION,
    producerName: "wattbook",
    opsetImport: OPERATOR_SETS,
    graph: {
      name: "wattbook",
      node: graph.nodes.map(encodeNode),
      initializer: graph.initializers.map(encodeInitializer),
      input: graph.inputs.map(encodeValue),
      output: graph.outputs.map(encodeValue),
    },
    metadataProps: Object.entries(metadata).map(([key, value]) => ({ key, value })),
  }).finish();
  // The writer hands out a view of a pooled buffer; the caller gets bytes of its own.
  return Uint8Array.from(bytes);
}

function encodeNode({ op, domain, inputs, outputs, attributes }: GraphNode): onnx.INodeProto {
  return {
    name: outputs[0],
    opType: op,
    domain,
    input: [...inputs],
    output: [...outputs],
    attribute: Object.entries(attributes).map(([name, value]) => encodeAttribute(name, value)),
  };
}

function encodeAttribute(name: string, value: Attribute): onnx.IAttributeProto {
  const { AttributeType } = AttributeProto;
  const text = new TextEncoder();
  if ("int" in value) return { name, type: AttributeType.INT, i: value.int };
  if ("ints" in value) return { name, type: AttributeType.INTS, ints: [...value.ints] };
  if ("floats" in value) return { name, type: AttributeType.FLOATS, floats: [...value.floats] };
  if ("string" in value) return { name, type: AttributeType.STRING, s: text.encode(value.string) };
  if ("type" in value) return { name, type: AttributeType.INT, i: ELEMENT_TYPES[value.type] };
  const strings = value.strings.map((item) => text.encode(item));
  return { name, type: AttributeType.STRINGS, strings };
}

function encodeInitializer({ name, type, shape, values }: Initializer): onnx.ITensorProto {
  return {
    name,
    dataType: ELEMENT_TYPES[type],
    dims: [...shape],
    // ONNX wants little-endian, which is the order of every machine Deno runs on.
    rawData: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
  };
}

function encodeValue({ name, type, shape }: GraphValue): onnx.IValueInfoProto {
  const dim = shape.map((size) =>
    typeof size === "string" ? { dimParam: size } : { dimValue: size }
  );
  return { name, type: { tensorType: { elemType: ELEMENT_TYPES[type], shape: { dim } } } };
}
