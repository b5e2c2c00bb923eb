/** One step of an LSTM cell as ONNX. */
import type { Weight } from "../layers/weight.ts";
import type { OnnxGraph } from "./graph.ts";

/** The weights of a cell as constants of a graph; gates in the order input, forget, cell, output. */
export interface LstmCellConstants {
  /** DOUBLE `[inputs, 4 · units]`. */
  readonly kernel: string;
  /** DOUBLE `[units, 4 · units]`. */
  readonly recurrent: string;
  /** DOUBLE `[4 · units]`. */
  readonly bias: string;
  /** For each gate, the first and the last place but one, and the axis: what Slice asks for. */
  readonly gates: readonly (readonly string[])[];
}

/** What a cell puts out and what it remembers, each a DOUBLE `[N, units]` tensor. */
export interface LstmCellMemory {
  readonly output: string;
  readonly cell: string;
}

/**
 * Adds the constants that all steps of a cell share.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const zeros = (...shape: number[]) => ({ shape, values: [0, 0, 0, 0] });
 * const cell = lstmCellConstants(graph, zeros(1, 4), zeros(1, 4), zeros(4));
 * assert.equal(cell.gates.length, 4);
 * ```
 */
export function lstmCellConstants(
  graph: OnnxGraph,
  kernel: Weight,
  recurrent: Weight,
  bias: Weight,
): LstmCellConstants {
  const units = bias.values.length / 4;
  const bounds = [0, 1, 2, 3, 4].map((gate) => graph.int64([gate * units]));
  const axis = graph.int64([1]);
  return {
    kernel: graph.double(kernel.values, kernel.shape),
    recurrent: graph.double(recurrent.values, recurrent.shape),
    bias: graph.double(bias.values),
    gates: [0, 1, 2, 3].map((gate) => [bounds[gate], bounds[gate + 1], axis]),
  };
}

/**
 * Adds `c ← σ(f) · c + σ(i) · tanh(g), h ← σ(o) · tanh(c)`.
 *
 * @param input DOUBLE `[N, inputs]` tensor.
 * @param before What the step before left; nothing in the first step.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const zeros = (...shape: number[]) => ({ shape, values: [0, 0, 0, 0] });
 * const constants = lstmCellConstants(graph, zeros(1, 4), zeros(1, 4), zeros(4));
 * const { output } = exportLstmStep(graph, graph.input("x", "float64", ["N", 1]), constants);
 * assert.equal(output, graph.nodes.at(-1)?.outputs[0]);
 * ```
 */
export function exportLstmStep(
  graph: OnnxGraph,
  input: string,
  { kernel, recurrent, bias, gates }: LstmCellConstants,
  before?: LstmCellMemory,
): LstmCellMemory {
  const heard = graph.node("Add", [graph.node("MatMul", [input, kernel]), bias]);
  const z = before
    ? graph.node("Add", [heard, graph.node("MatMul", [before.output, recurrent])])
    : heard;
  const [admit, keep, news, tell] = gates.map((gate) => graph.node("Slice", [z, ...gate]));
  const gated = (gate: string, value: string) =>
    graph.node("Mul", [graph.node("Sigmoid", [gate]), value]);
  const admitted = gated(admit, graph.node("Tanh", [news]));
  const cell = before ? graph.node("Add", [gated(keep, before.cell), admitted]) : admitted;
  return { output: gated(tell, graph.node("Tanh", [cell])), cell };
}
