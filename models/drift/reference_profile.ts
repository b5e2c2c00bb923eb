/** What the training data looked like, and how much its ordinary parts differ from one another. */

import type { Matrix } from "../matrix.ts";
import { columnSlice } from "./column_slice.ts";
import type { DriftTest } from "./test_contract.ts";
import { type DriftTestName, perDriftTest } from "./mod.ts";
import { medianSize, referenceChunks } from "./reference_chunks.ts";
import { type ReferenceColumn, referenceColumn } from "./reference_column.ts";
import { missingShare } from "./went_missing.ts";
import { withoutSample } from "./without_sample.ts";

/** How many standard deviations above the mean of ordinary chunks drift begins. */
const DEVIATIONS = 3;

/** A column of the reference and where its drift begins. */
export interface ProfiledColumn extends ReferenceColumn {
  /** A higher score of the test is more than an ordinary chunk of the reference reaches. */
  readonly thresholds: Readonly<Record<DriftTestName, number>>;
  /** Highest share of missing values in a chunk. */
  readonly mostMissing: number;
}

/** The data a model was trained on, as plain JSON data that a later window is compared with. */
export interface ReferenceProfile {
  /** Number of rows of the reference. */
  readonly rows: number;
  /** Number of chunks behind the thresholds. */
  readonly chunks: number;
  /** Number of rows of a chunk of median size, by which a window is measured. */
  readonly chunkRows: number;
  /** In the order of the matrix. */
  readonly columns: readonly ProfiledColumn[];
}

/**
 * Describes every column of the reference and sets its thresholds: the mean plus three standard
 * deviations of the scores of the reference's own chunks, each against the others, as a later
 * window is compared with a reference it is no part of; and never below the no-change floor of a
 * chunk of median size. So seasons and weekends, which the chunks show too,
 * are no drift; compare windows of about the length of a chunk.
 *
 * @param x The reference, `NaN` where missing, never infinite.
 * @param chunks Chunk id of every row, such as a running number of its month.
 * @throws {RangeError} When the ids are not one per row, fewer than 6 chunks of at least half the
 * median size are there, or a value is infinite.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const kwh = Array.from({ length: 60 }, (_, row) => row % 10);
 * const profile = buildReferenceProfile(matrix(["kwh"], kwh), kwh.map((_, row) => row % 6));
 * assert.equal(profile.chunks, 6);
 * assert.equal(profile.columns[0].median, 4.5);
 * ```
 */
export function buildReferenceProfile(x: Matrix, chunks: ArrayLike<number>): ReferenceProfile {
  if (chunks.length !== x.rows) {
    throw new RangeError(
      `Cannot build a reference profile as every row must have a chunk: ` +
        `got ${chunks.length} chunk ids for ${x.rows} rows`,
    );
  }
  const parts = referenceChunks(chunks);
  const chunkRows = medianSize(parts);
  const columns = x.columns.map((name, j) => {
    const reference = referenceColumn(name, columnSlice(x, j));
    const samples = parts.map((rows) => columnSlice(x, j, rows));
    const others = samples.map((sample) => withoutSample(reference, sample));
    const threshold = (test: DriftTest) =>
      Math.max(
        upperLimit(samples.map((sample, i) => test.compute(others[i], sample))),
        test.noChangeFloor(reference, chunkRows),
      );
    return {
      ...reference,
      thresholds: perDriftTest(threshold),
      mostMissing: Math.max(...samples.map(missingShare)),
    };
  });
  return { rows: x.rows, chunks: parts.length, chunkRows, columns };
}

/** Counted from the first score, so that equal scores have no deviation, not even by rounding. */
function upperLimit(scores: readonly number[]): number {
  const [origin] = scores;
  const mean = scores.reduce((sum, score) => sum + (score - origin), 0) / scores.length;
  const squares = scores.reduce((sum, score) => sum + (score - origin - mean) ** 2, 0);
  return origin + mean + DEVIATIONS * Math.sqrt(squares / (scores.length - 1));
}
