/** Saliency of a window's newest point as ONNX, by operators that every runtime has. */
import { saliencyMatrices, SILENT } from "../detectors/saliency.ts";
import type { SpectralResidualState } from "../detectors/spectral_residual.ts";
import { exportGapFill } from "./gap_fill.ts";
import type { OnnxGraph } from "./graph.ts";

/**
 * Adds `(saliency_n − mean saliency) / mean saliency`, 0 for a window of zeros. The transforms are
 * products with the matrices of `saliencyMatrices`, so no DFT operator is needed.
 *
 * @param features DOUBLE `[N, F]` tensor.
 * @returns Raw scores, a DOUBLE `[N, 1]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const features = graph.input("features", "float64", ["N", 3]);
 * exportSpectralResidual(graph, features, {
 *   kind: "spectral_residual",
 *   columns: ["lag_2", "lag_1", "lag_0"],
 *   smoothing: 3,
 *   estimated: 5,
 * });
 * assert.ok(!graph.nodes.some(({ op }) => op === "DFT"));
 * ```
 */
export function exportSpectralResidual(
  graph: OnnxGraph,
  features: string,
  state: SpectralResidualState,
): string {
  const width = state.columns.length;
  const map = exportSaliencyMap(graph, exportGapFill(graph, features, width), state);
  const mean = graph.node("ReduceMean", [map], { axes: { ints: [1] }, keepdims: { int: 1 } });
  const newest = graph.node("Gather", [map, graph.int64([width - 1])], { axis: { int: 1 } });
  const excess = graph.node("Sub", [newest, mean]);
  return graph.node("Div", [excess, exportNonZero(graph, mean)]);
}

function exportSaliencyMap(
  graph: OnnxGraph,
  windows: string,
  state: SpectralResidualState,
): string {
  const matrices = saliencyMatrices(state.columns.length, state);
  const { width, bins } = matrices;
  const largest = graph.node("ReduceMax", [graph.node("Abs", [windows])], {
    axes: { ints: [1] },
    keepdims: { int: 1 },
  });
  const unit = graph.node("Div", [windows, exportNonZero(graph, largest)]);
  const times = (vector: string, values: Float64Array, shape: [number, number]) =>
    graph.node("MatMul", [vector, graph.double([...values], shape)]);
  const re = times(unit, matrices.toCos, [width, bins]);
  const im = times(unit, matrices.toSin, [width, bins]);
  const square = (values: string) => graph.node("Mul", [values, values]);
  const power = graph.node("Add", [square(re), square(im)]);
  const heard = graph.node("Add", [power, graph.double(SILENT ** 2)]);
  const logs = graph.node("Mul", [graph.node("Log", [heard]), graph.double(0.5)]);
  const means = times(logs, matrices.smooth, [bins, bins]);
  const gain = graph.node("Exp", [graph.node("Neg", [means])]);
  const even = times(graph.node("Mul", [re, gain]), matrices.fromCos, [bins, width]);
  const odd = times(graph.node("Mul", [im, gain]), matrices.fromSin, [bins, width]);
  return graph.node("Abs", [graph.node("Add", [even, odd])]);
}

/** 1 in place of 0, what is divided by it being 0 as well. */
function exportNonZero(graph: OnnxGraph, values: string): string {
  const zero = graph.node("Equal", [values, graph.double(0)]);
  return graph.node("Where", [zero, graph.double(1), values]);
}
