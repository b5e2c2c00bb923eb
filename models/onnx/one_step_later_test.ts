import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportOneStepLater } from "./one_step_later.ts";

Deno.test("exportOneStepLater() leads each window with 0 and loses its newest value", async () => {
  const x = matrix(["lag_2", "lag_1", "lag_0"], [1, 2, 3, 4, 5, 6]);
  const columns: number[][] = [];
  for (const step of [0, 1, 2]) {
    columns.push(
      await exportedScores(x, (graph, windows) => {
        const later = exportOneStepLater(graph, windows, 3);
        return graph.node("Gather", [later, graph.int64([step])], { axis: { int: 1 } });
      }),
    );
  }
  assert.deepEqual(columns, [[0, 0], [1, 4], [2, 5]]);
});

Deno.test("exportOneStepLater() knows nothing before the only value of a window", async () => {
  const scores = await exportedScores(
    matrix(["lag_0"], [7]),
    (graph, windows) => exportOneStepLater(graph, windows, 1),
  );
  assert.deepEqual(scores, [0]);
});
