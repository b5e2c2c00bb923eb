/** What the drift tests say of one column, whatever the others do. */

import { quantile } from "../quantile.ts";
import { chunkPValue } from "./chunk_scores.ts";
import type { ColumnSample } from "./column_sample.ts";
import { type DriftTestName, driftTests } from "./mod.ts";
import type { ProfiledColumn } from "./reference_profile.ts";
import { missingShare, wentMissing } from "./went_missing.ts";

/** What one test says about one column. */
export interface DriftScore {
  readonly score: number;
  /** The profile's threshold, and never below the floor; or the one asked for. */
  readonly threshold: number;
  /** What sampling alone makes of the score at most, nineteen times in twenty, for as many rows. */
  readonly floor: number;
  /** Whether the score is above the threshold. */
  readonly drifted: boolean;
  /**
   * How likely an ordinary chunk is to score higher, if the cube roots of their scores are normal;
   * null where the profile does not hold those.
   */
  readonly pValue: number | null;
}

/** The scores of one column, and what is known of its values. */
export interface ColumnScores {
  readonly column: string;
  /** By test, those that were asked for. */
  readonly tests: Readonly<Partial<Record<DriftTestName, DriftScore>>>;
  /** Whether it went missing: all values, or half of them more than in any reference chunk. */
  readonly missing: boolean;
  /** The highest score of the tests in units of its threshold. */
  readonly severity: number;
  /** Null where all values are missing. */
  readonly referenceMedian: number | null;
  /** Null where all values are missing. */
  readonly currentMedian: number | null;
}

/** Thresholds of a column that are known better than the reference's chunks tell, by test. */
export type AskedThresholds = Readonly<Partial<Record<DriftTestName, number>>>;

/** One column compared, before the other columns are looked at. */
export interface ComparedColumn {
  readonly scores: ColumnScores;
  /** The lowest p-value of the tests times their number (Bonferroni); null where none has one. */
  readonly pValue: number | null;
  /** Whether a score is above a threshold that was asked for. */
  readonly exceedsAsked: boolean;
  /** Whether a score is above any threshold. */
  readonly exceeds: boolean;
}

/** How to compare a column. */
export interface ColumnComparison {
  /** At least one that the column has a threshold of. */
  readonly tests: readonly DriftTestName[];
  /** Number of chunks of the reference. */
  readonly chunks: number;
  readonly asked: AskedThresholds;
}

/**
 * Scores a column by some of the drift tests.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { columnSample } from "./column_sample.ts";
 * import { referenceColumn } from "./reference_column.ts";
 * const beds = referenceColumn("beds", Float64Array.of(2, 2, 4, 4));
 * const reference = { ...beds, thresholds: { l_infinity: 0.1 }, mostMissing: 0 };
 * const { exceeds, scores } = compareColumn(reference, columnSample(Float64Array.of(2)), {
 *   tests: ["l_infinity"],
 *   chunks: 6,
 *   asked: { l_infinity: 0.25 },
 * });
 * assert.deepEqual([exceeds, scores.severity], [true, 2]);
 * ```
 */
export function compareColumn(
  reference: ProfiledColumn,
  current: ColumnSample,
  { tests: names, chunks, asked }: ColumnComparison,
): ComparedColumn {
  const scored = names.map((name): [DriftTestName, DriftScore] => {
    const score = driftTests[name].compute(reference, current);
    const floor = driftTests[name].noChangeFloor(reference, current.n);
    const usual = reference.chunkScores?.[name];
    const threshold = asked[name] ?? Math.max(reference.thresholds[name] ?? floor, floor);
    const pValue = usual === undefined ? null : chunkPValue(score, usual, chunks);
    return [name, { score, threshold, floor, drifted: score > threshold, pValue }];
  });
  const pValues = scored.flatMap(([, { pValue }]) => pValue ?? []);
  return {
    scores: {
      column: reference.column,
      tests: Object.fromEntries(scored),
      missing: wentMissing(missingShare(current), reference.mostMissing),
      severity: Math.max(...scored.map(([, { score, threshold }]) => score / threshold)),
      referenceMedian: reference.median,
      currentMedian: current.sorted.length === 0 ? null : quantile(current.sorted, 0.5),
    },
    pValue: pValues.length === 0 ? null : Math.min(1, pValues.length * Math.min(...pValues)),
    exceedsAsked: scored.some(([name, { drifted }]) => drifted && asked[name] !== undefined),
    exceeds: scored.some(([, { drifted }]) => drifted),
  };
}
