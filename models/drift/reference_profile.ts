/** What the training data looked like, and how much its ordinary parts differ from one another. */

import type { Matrix } from "../matrix.ts";
import { type ChunkScores, chunkScores, upperLimit } from "./chunk_scores.ts";
import { columnSlice } from "./column_slice.ts";
import { type DriftTestName, perDriftTest } from "./mod.ts";
import { columnSample } from "./column_sample.ts";
import { medianSize, referenceChunks } from "./reference_chunks.ts";
import { type ReferenceColumn, referenceColumn } from "./reference_column.ts";
import { missingShare } from "./went_missing.ts";
import { withoutSample } from "./without_sample.ts";

/** A column of the reference and where its drift begins. */
export interface ProfiledColumn extends ReferenceColumn {
  /**
   * A higher score of the test is more than an ordinary chunk of the reference reaches. Of every
   * test that there was when the profile was built.
   */
  readonly thresholds: Readonly<Partial<Record<DriftTestName, number>>>;
  /** The scores of the reference's chunks, by test. Profiles of before they were kept lack them. */
  readonly chunkScores?: Readonly<Partial<Record<DriftTestName, ChunkScores>>>;
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
    const samples = parts.map((rows) => columnSample(columnSlice(x, j, rows)));
    const others = samples.map((sample) => withoutSample(reference, sample));
    const scores = perDriftTest((test) =>
      samples.map((sample, i) => test.compute(others[i], sample))
    );
    return {
      ...reference,
      thresholds: perDriftTest((test, name) =>
        Math.max(upperLimit(scores[name]), test.noChangeFloor(reference, chunkRows))
      ),
      chunkScores: perDriftTest((_, name) => chunkScores(scores[name])),
      mostMissing: Math.max(...samples.map(missingShare)),
    };
  });
  return { rows: x.rows, chunks: parts.length, chunkRows, columns };
}
