/** The calibration of raw scores to [0, 1] as ONNX. */
import type { Calibration } from "../ensembles/calibration.ts";
import type { OnnxGraph } from "./graph.ts";

/**
 * Adds a calibration as a sum of ramps and a tail.
 *
 * A ramp is the share of the interval between two knots that the score has climbed, from 0 to 1,
 * times the rise of the value over it. The tail is what is left above the last value times
 * `1 − 1 / (1 + (score − last) / width)`, and 0 below the last knot. All parts are continuous, so
 * a rounding error at a knot stays a rounding error.
 *
 * @param scores Raw scores, a DOUBLE `[N, 1]` tensor.
 * @returns Calibrated scores, a DOUBLE `[N, 1]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const scores = graph.input("scores", "float64", ["N", 1]);
 * exportCalibration(graph, scores, { knots: [1, 3], values: [0, 0.95], width: 2 });
 * assert.equal(graph.nodes.at(-1)?.op, "Add");
 * ```
 */
export function exportCalibration(
  graph: OnnxGraph,
  scores: string,
  calibration: Calibration,
): string {
  const ramps = exportRamps(graph, scores, calibration);
  return graph.node("Add", [ramps, exportTail(graph, scores, calibration)]);
}

/**
 * Adds a sum of ramps: 0 up to the first knot, linear between knots, constant after the last.
 *
 * @param scores A DOUBLE `[N, 1]` tensor.
 * @returns How far each score has climbed above the first value, a DOUBLE `[N, 1]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const scores = graph.input("scores", "float64", ["N", 1]);
 * exportRamps(graph, scores, { knots: [1, 3], values: [0.5, 0.75] });
 * assert.equal(graph.nodes.at(-1)?.op, "MatMul");
 * ```
 */
export function exportRamps(
  graph: OnnxGraph,
  scores: string,
  { knots, values }: Pick<Calibration, "knots" | "values">,
): string {
  const lengths = knots.slice(1).map((knot, i) => knot - knots[i]);
  const rises = values.slice(1).map((value, i) => value - values[i]);
  const climbed = graph.node("Sub", [scores, graph.double(knots.slice(0, -1))]);
  const share = graph.node("Div", [climbed, graph.double(lengths)]);
  const begun = graph.node("Max", [share, graph.double(0)]);
  const bounded = graph.node("Min", [begun, graph.double(1)]);
  return graph.node("MatMul", [bounded, graph.double(rises, [rises.length, 1])]);
}

function exportTail(
  graph: OnnxGraph,
  scores: string,
  { knots, values, width }: Calibration,
): string {
  const over = graph.node("Sub", [scores, graph.double(knots[knots.length - 1])]);
  const excess = graph.node("Max", [over, graph.double(0)]);
  const one = graph.double(1);
  const units = graph.node("Add", [one, graph.node("Div", [excess, graph.double(width)])]);
  const climbed = graph.node("Sub", [one, graph.node("Div", [one, units])]);
  return graph.node("Mul", [graph.double(1 - values[values.length - 1]), climbed]);
}
