import assert from "node:assert/strict";
import { windowShapes } from "../detectors/window_shape.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportWindowShapes } from "./window_shape.ts";

Deno.test("exportWindowShapes() gives the shapes of windowShapes(), gaps and flat rows included", async () => {
  const columns = ["a", "b", "c", "d"];
  const rows = [
    [3, 3, 7, 7],
    [1e30, 0, -1e30, 5],
    [NaN, 3, NaN, 7],
    [NaN, NaN, NaN, NaN],
    [0.1, 0.1, 0.1, NaN],
    [1, 1 + 2 ** -23, 1, 1 + 2 ** -23],
    [1e-45, 0, 0, 0],
  ];
  const x = matrix(columns, rows.flat());
  const expected = windowShapes(x);
  for (const column of columns.keys()) {
    const scores = await exportedScores(
      x,
      (graph, features) =>
        graph.node("Gather", [exportWindowShapes(graph, features), graph.int64([column])], {
          axis: { int: 1 },
        }),
    );
    scores.forEach((score, row) => {
      assert.ok(Math.abs(score - expected[row * columns.length + column]) < 2e-5, `${row}`);
    });
  }
});
