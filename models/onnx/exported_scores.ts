/** How the exporter tests see raw scores: through a model whose calibration is a known line. */
import { fromMeanState } from "../ensembles/combiners/mean.ts";
import type { Matrix } from "../matrix.ts";
import { ensembleToOnnx } from "./ensemble.ts";
import type { OnnxGraph } from "./graph.ts";
import { openSession } from "./session.ts";

const REACH = 9.5;
const LINE = { knots: [-REACH, REACH], values: [0, 0.95], width: 1 };

/** The line stretches a float32 in [0, 1] by 20, so the sixth decimal is lost. */
const DECIMALS = 1e5;

/**
 * Runs one exporter in the native runtime.
 *
 * @param toOnnx Adds the computation of raw scores, which must lie within ±9.5.
 * @returns The raw scores to 5 decimals.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const scores = await exportedScores(matrix(["kwh"], [3]), (_, features) => features);
 * assert.deepEqual(scores, [3]);
 * ```
 */
export async function exportedScores(
  x: Matrix,
  toOnnx: (graph: OnnxGraph, features: string) => string,
): Promise<number[]> {
  const { columns } = x;
  const members = [{ name: "exported", columns, detector: { toOnnx }, calibration: LINE }];
  const combiner = fromMeanState({ kind: "mean" });
  const session = await openSession(ensembleToOnnx({ columns, members, combiner }, 0.5));
  const { memberScores } = await session.score(x);
  await session.close();
  return Array.from(memberScores, (value) => toDecimals(value * (2 * REACH / 0.95) - REACH));
}

function toDecimals(value: number): number {
  // Adding 0 turns -0 into 0.
  return Math.round(value * DECIMALS) / DECIMALS + 0;
}
