import assert from "node:assert/strict";
import { labelScores } from "./threshold.ts";

Deno.test("labelScores() labels 1 from the threshold on", () => {
  const threshold = { rule: "by hand", value: 0.25 };
  assert.deepEqual([...labelScores([0.2499, 0.25, 0.2501, -1, NaN], threshold)], [0, 1, 1, 0, 0]);
  assert.equal(labelScores([], threshold).length, 0);
});
