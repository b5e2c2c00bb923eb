/** Largest robust z-score against the same hour of the week, as ONNX. */
import type { HourOfWeekZScoreState } from "../detectors/hour_of_week_z_score.ts";
import { otherColumns } from "../detectors/required_columns.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportWeekCells } from "./week_cells.ts";

/**
 * Adds `min(max_j |x_j − center_j| · inverse_j, clip)` with the centres and inverses of the row's
 * cell, a missing value contributing 0.
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
 * const cells = Array.from({ length: 193 }, () => [1]);
 * exportHourOfWeekZScore(graph, features, {
 *   kind: "hour_of_week_z_score",
 *   columns: ["kwh", "hour", "weekday"],
 *   center: cells,
 *   inverse: cells,
 *   clip: 1e6,
 * });
 * assert.equal(graph.nodes.at(-1)?.op, "Min");
 * ```
 */
export function exportHourOfWeekZScore(
  graph: OnnxGraph,
  features: string,
  { columns, center, inverse, clip }: HourOfWeekZScoreState,
): string {
  const calendar = { hour: columns.indexOf("hour"), weekday: columns.indexOf("weekday") };
  const cells = exportWeekCells(graph, features, calendar);
  const judged = graph.int64(otherColumns({ columns }, ["hour", "weekday"]));
  const values = graph.node("Gather", [features, judged], { axis: { int: 1 } });
  const ofCell = (table: readonly (readonly number[])[]) =>
    graph.node("Gather", [graph.double(table.flat(), [table.length, table[0].length]), cells]);
  const centered = graph.node("Sub", [values, ofCell(center)]);
  const distance = graph.node("Mul", [graph.node("Abs", [centered]), ofCell(inverse)]);
  const missing = graph.node("IsNaN", [values]);
  const counted = graph.node("Where", [missing, graph.double(0), distance]);
  const largest = graph.node("ReduceMax", [counted], {
    axes: { ints: [1] },
    keepdims: { int: 1 },
  });
  return graph.node("Min", [largest, graph.double(clip)]);
}
