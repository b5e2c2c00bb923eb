import assert from "node:assert/strict";
import { fillGaps } from "../detectors/gap_fill.ts";
import { matrix } from "../matrix.ts";
import { exportedScores } from "./exported_scores.ts";
import { exportGapFill } from "./gap_fill.ts";

const WIDTH = 6;
const columns = Array.from({ length: WIDTH }, (_, j) => `lag_${WIDTH - j}`);

Deno.test("exportGapFill() fills every pattern of gaps as fillGaps() does", async () => {
  const values = Array.from(
    { length: 2 ** WIDTH },
    (_, pattern) => columns.map((_, j) => (pattern >> j) & 1 ? NaN : j + 1),
  );
  const x = matrix(columns, values.flat());
  const filled = fillGaps(x);
  for (const column of columns.keys()) {
    const scores = await exportedScores(
      x,
      (graph, features) =>
        graph.node("Gather", [exportGapFill(graph, features, WIDTH), graph.int64([column])], {
          axis: { int: 1 },
        }),
    );
    assert.deepEqual(scores, scores.map((_, row) => filled[row * WIDTH + column]));
  }
});

Deno.test("exportGapFill() has nowhere to look in a window of one value", async () => {
  const scores = await exportedScores(
    matrix(["lag_1"], [3, NaN]),
    (graph, features) => exportGapFill(graph, features, 1),
  );
  assert.deepEqual(scores, [3, 0]);
});
