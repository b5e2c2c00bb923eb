/** Distance from a baseline of time of week and temperature, as ONNX. */
import { requiredColumns } from "../detectors/required_columns.ts";
import type { ScaledBaseline } from "../detectors/scaled_baseline.ts";
import type { SeasonalBaselineState } from "../detectors/seasonal_baseline.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportWeekCells } from "./week_cells.ts";

/**
 * Adds `min(|y − level − Σ_k slope_k · ramp_k| · inverse, clip)`, with the level of the row's cell
 * and ramps that are the temperature clipped between two knots. A row whose temperature is missing
 * takes the baseline without ramps, one whose target is missing 0.
 *
 * @param features DOUBLE `[N, F]` tensor.
 * @returns Raw scores, a DOUBLE `[N, 1]` tensor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const features = graph.input("features", "float64", ["N", 4]);
 * const baseline = { levels: new Array(193).fill(5), knots: [0, 10], slopes: [-0.2], inverse: 2 };
 * exportSeasonalBaseline(graph, features, {
 *   kind: "seasonal_baseline",
 *   columns: ["kwh", "hour", "weekday", "temperature_c"],
 *   target: "kwh",
 *   withTemperature: baseline,
 *   withoutTemperature: { ...baseline, knots: [], slopes: [] },
 *   clip: 1e6,
 * });
 * assert.equal(graph.nodes.at(-1)?.op, "Min");
 * ```
 */
export function exportSeasonalBaseline(
  graph: OnnxGraph,
  features: string,
  { columns, target, withTemperature, withoutTemperature, clip }: SeasonalBaselineState,
): string {
  const [hour, weekday, warmth] = requiredColumns("export a baseline", { columns }, [
    "hour",
    "weekday",
    "temperature_c",
  ]);
  const column = (at: number) =>
    graph.node("Gather", [features, graph.int64([at])], { axis: { int: 1 } });
  const cells = exportWeekCells(graph, features, { hour, weekday });
  const value = column(columns.indexOf(target));
  const temperature = column(warmth);
  const warm = exportResidual(graph, value, cells, temperature, withTemperature);
  const blind = exportResidual(graph, value, cells, temperature, withoutTemperature);
  const unknown = graph.node("IsNaN", [temperature]);
  const residual = graph.node("Where", [unknown, blind, warm]);
  const missing = graph.node("IsNaN", [value]);
  const counted = graph.node("Where", [missing, graph.double(0), residual]);
  return graph.node("Min", [counted, graph.double(clip)]);
}

function exportResidual(
  graph: OnnxGraph,
  value: string,
  cells: string,
  temperature: string,
  { levels, knots, slopes, inverse }: ScaledBaseline,
): string {
  const level = graph.node("Gather", [graph.double(levels, [levels.length, 1]), cells]);
  const expected = slopes.length === 0
    ? level
    : graph.node("Add", [level, exportSlopes(graph, temperature, knots, slopes)]);
  const distance = graph.node("Abs", [graph.node("Sub", [value, expected])]);
  return graph.node("Mul", [distance, graph.double(inverse)]);
}

function exportSlopes(
  graph: OnnxGraph,
  temperature: string,
  knots: readonly number[],
  slopes: readonly number[],
): string {
  const starts = graph.double(knots.slice(0, -1));
  const begun = graph.node("Max", [temperature, starts]);
  const ended = graph.node("Min", [begun, graph.double(knots.slice(1))]);
  const ramps = graph.node("Sub", [ended, starts]);
  return graph.node("MatMul", [ramps, graph.double(slopes, [slopes.length, 1])]);
}
