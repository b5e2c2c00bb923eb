import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportNearestDistance } from "./nearest_distance.ts";

const columns = ["a", "b"];

Deno.test("exportNearestDistance() is the distance to the nearest point, whichever it is", async () => {
  const points = [[0, 0], [3, 4], [-8, 0]];
  const x = matrix(columns, [0, 0, 3, 0, 3, 3, -8, 6, 1.5, 2]);
  const scores = await exportedScores(
    x,
    (graph, features) => exportNearestDistance(graph, features, points),
  );
  assert.deepEqual(scores, [0, 3, 1, 6, 2.5]);
});

Deno.test("exportNearestDistance() is exactly 0 on a point that is far from the origin", async () => {
  const points = [[12345.678, -9876.5], [12345.6, -9876.5]];
  const x = matrix(columns, points.flat());
  const wide = points.map((_, row) => [x.values[2 * row], x.values[2 * row + 1]]);
  const scores = await exportedScores(
    x,
    (graph, features) => exportNearestDistance(graph, features, wide),
  );
  assert.deepEqual(scores, [0, 0]);
});
