import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { constantFloor } from "./constant.ts";

Deno.test("constantFloor scores every row 0", () => {
  const x = matrix(["a", "b"], [1, 2, NaN, NaN, 1e30, 0]);
  assert.deepEqual([...constantFloor.anomalyScores(x, 1)], [0, 0, 0]);
});
