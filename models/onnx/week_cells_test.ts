import assert from "node:assert/strict";
import { weekCells } from "../detectors/week_cells.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import type { OnnxGraph } from "./graph.ts";
import { exportWeekCells } from "./week_cells.ts";

const calendar = { hour: 0, weekday: 1 };

/** The cells as scores, brought into the reach of the test's calibration. */
function exportTestCells(graph: OnnxGraph, features: string): string {
  const cells = exportWeekCells(graph, features, calendar);
  const column = graph.node("Unsqueeze", [cells, graph.int64([1])]);
  const wide = graph.node("Cast", [column], { to: { type: "float64" } });
  return graph.node("Div", [wide, graph.double(100)]);
}

Deno.test("exportWeekCells() finds the cells of hours, fractions, gaps and nonsense", async () => {
  const values = [0, 23, 24, -1, 5.5, -0.5, NaN, 1e30, -Infinity];
  const days = [0, 6, 7, -1, 2.5, NaN, Infinity];
  const x = matrix(["hour", "weekday"], values.flatMap((h) => days.flatMap((d) => [h, d])));
  const scores = await exportedScores(x, exportTestCells);
  assert.deepEqual(scores, Array.from(weekCells(x, calendar), (cell) => cell / 100));
});
