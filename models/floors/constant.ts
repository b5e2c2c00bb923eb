/** The floor that says nothing. */

import type { Floor } from "./floor.ts";

/**
 * Scores every row 0: what a metric gives to ties alone.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * assert.deepEqual([...constantFloor.anomalyScores(matrix(["kwh"], [1, 2]), 7)], [0, 0]);
 * ```
 */
export const constantFloor: Floor = {
  name: "constant",
  anomalyScores: (x) => new Float64Array(x.rows),
};
