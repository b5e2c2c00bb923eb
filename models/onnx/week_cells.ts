/** The cell of the hour of week, inside the graph. */
import { ALL_ROWS, type CalendarColumns, DAYS, HOURS } from "../detectors/week_cells.ts";
import type { OnnxGraph } from "./graph.ts";

/**
 * Adds the cell of each row as `weekCells` counts it.
 *
 * @param features DOUBLE `[N, F]` tensor.
 * @returns An INT64 `[N]` tensor of indices into a table of cells.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { OnnxGraph } from "./graph.ts";
 * const graph = new OnnxGraph();
 * const features = graph.input("features", "float64", ["N", 2]);
 * exportWeekCells(graph, features, { hour: 0, weekday: 1 });
 * assert.equal(graph.nodes.at(-1)?.op, "Cast");
 * ```
 */
export function exportWeekCells(
  graph: OnnxGraph,
  features: string,
  { hour, weekday }: CalendarColumns,
): string {
  const [h, isHour] = exportPart(graph, features, hour, HOURS);
  const [d, isDay] = exportPart(graph, features, weekday, DAYS);
  const day = graph.node("Where", [isDay, d, graph.double(DAYS)]);
  const start = graph.node("Mul", [day, graph.double(HOURS)]);
  const cell = graph.node("Add", [start, h]);
  const known = graph.node("Where", [isHour, cell, graph.double(ALL_ROWS)]);
  return graph.node("Cast", [known], { to: { type: "int64" } });
}

/** A column without its fractions, `[N]`, and whether it lies in [0, end). */
function exportPart(
  graph: OnnxGraph,
  features: string,
  column: number,
  end: number,
): [string, string] {
  const picked = graph.node("Gather", [features, graph.int64(column)], { axis: { int: 1 } });
  const whole = graph.node("Floor", [picked]);
  const begun = graph.node("GreaterOrEqual", [whole, graph.double(0)]);
  return [whole, graph.node("And", [begun, graph.node("Less", [whole, graph.double(end)])])];
}
