import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { seasonalNaiveFloor } from "./seasonal_naive.ts";

Deno.test("seasonalNaiveFloor scores the size of the change against the week before", () => {
  const x = matrix(["hour", "change_168h"], [9, 0, 9, -3, 9, 2.5, NaN, 1, 9, NaN]);
  assert.deepEqual([...seasonalNaiveFloor.anomalyScores(x, 1)], [0, 3, 2.5, 1, 0]);
});

Deno.test("seasonalNaiveFloor refuses rows without the change against the week before", () => {
  assert.throws(() => seasonalNaiveFloor.anomalyScores(matrix(["hour", "kwh"], [1, 2]), 1), {
    name: "TypeError",
    message: 'Cannot compare with the week before without the column "change_168h": ' +
      "current columns are hour, kwh",
  });
});
