/** Whether whole rows drift: their score among those of ordinary chunks. */

import type { FitContext } from "../../detectors/detector.ts";
import { type Matrix, selectRows } from "../../matrix.ts";
import { upperLimit } from "../chunk_scores.ts";
import { medianSize, referenceChunks } from "../reference_chunks.ts";
import type { RowDriftTest, ScoreRange } from "./row_drift.ts";

/** What a test of rows says; plain JSON data. */
export interface RowDriftScore {
  readonly score: number;
  /** What ordinary chunks reach, and never narrower than what sampling makes of the score. */
  readonly usual: ScoreRange;
  /** Where sampling alone leaves the score of so many rows. */
  readonly noChange: ScoreRange;
  /** Whether the score lies outside the usual. */
  readonly drifted: boolean;
}

/**
 * Compares current rows with a reference. Usual are the mean and three standard deviations, up and
 * down, of the scores of the reference's own chunks, each beside what the others teach, and at least
 * what sampling makes of a chunk of median size and of the current rows.
 *
 * @param chunks Chunk id of every row of the reference, such as a running number of its month.
 * @throws {TypeError} When the columns differ.
 * @throws {RangeError} When the reference has fewer than 6 chunks of at least half the median size,
 * there are too few rows, or a value is infinite.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../../matrix.ts";
 * import { pcaReconstruction } from "./pca_reconstruction.ts";
 * const rows = Array.from({ length: 60 }, (_, row) => [row % 7, row % 7 + row % 3 / 9]);
 * const usual = matrix(["kwh", "cost"], rows.flat());
 * const chunks = rows.map((_, row) => row % 6);
 * const upsideDown = matrix(["kwh", "cost"], rows.flatMap(([kwh, cost]) => [kwh, 7 - cost]));
 * const context = { seed: 7 };
 * const verdict = await judgeRows(pcaReconstruction, { x: usual, chunks }, upsideDown, context);
 * assert.ok(verdict.drifted);
 * ```
 */
export async function judgeRows(
  test: RowDriftTest,
  reference: { readonly x: Matrix; readonly chunks: ArrayLike<number> },
  current: Matrix,
  context: FitContext,
): Promise<RowDriftScore> {
  const parts = referenceChunks(reference.chunks);
  const scores: number[] = [];
  for (const rows of parts) {
    const taken = new Set(rows);
    const others = Array.from({ length: reference.x.rows }, (_, row) => row)
      .filter((row) => !taken.has(row));
    const learnt = await test.learn(selectRows(reference.x, others), context);
    scores.push(await learnt.compute(selectRows(reference.x, rows)));
  }
  const learnt = await test.learn(reference.x, context);
  const score = await learnt.compute(current);
  const noChange = learnt.noChangeRange(current.rows);
  const chunk = learnt.noChangeRange(medianSize(parts));
  const usual = {
    lowest: Math.min(noChange.lowest, chunk.lowest, -upperLimit(scores.map((value) => -value))),
    highest: Math.max(noChange.highest, chunk.highest, upperLimit(scores)),
  };
  return { score, usual, noChange, drifted: score < usual.lowest || score > usual.highest };
}
