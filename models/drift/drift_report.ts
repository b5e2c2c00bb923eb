/** How far current data is from the reference, column by column and as a whole. */

import { type Matrix, requireColumns } from "../matrix.ts";
import { quantile } from "../quantile.ts";
import { columnSlice } from "./column_slice.ts";
import { type DriftTestName, perDriftTest } from "./mod.ts";
import type { ProfiledColumn, ReferenceProfile } from "./reference_profile.ts";
import { sortedPresent } from "./sorted_present.ts";
import { missingShare, wentMissing } from "./went_missing.ts";

/** The whole drifts when at least this share of its columns does… */
const DRIFT_SHARE = 0.25;
/** …and one of them by at least this multiple of its threshold. */
const DRIFT_SEVERITY = 2;

/** What one test says about one column. */
export interface DriftScore {
  readonly score: number;
  /** The profile's threshold, and never below the floor. */
  readonly threshold: number;
  /** What sampling alone makes of the score at most, nineteen times in twenty, for as many rows. */
  readonly floor: number;
  /** Whether the score is above the threshold. */
  readonly drifted: boolean;
}

/**
 * What makes drift of the whole: many columns moved, one of them far, or a single one went missing.
 */
export type DriftRule = "columns_moved" | "column_went_missing";

/** How far one column is from the reference. */
export interface DriftColumn {
  readonly column: string;
  readonly tests: Readonly<Record<DriftTestName, DriftScore>>;
  /** Whether it went missing: all values, or half of them more than in any reference chunk. */
  readonly missing: boolean;
  /** Whether it went missing or any test says so: the severity is above 1. */
  readonly drifted: boolean;
  /** The highest score of the tests in units of its threshold. */
  readonly severity: number;
  /** Null where all values are missing. */
  readonly referenceMedian: number | null;
  /** Null where all values are missing. */
  readonly currentMedian: number | null;
}

/** How far current data is from the reference; plain JSON data. */
export interface DriftReport {
  /** Number of rows compared. */
  readonly rows: number;
  /** By falling severity. */
  readonly columns: readonly DriftColumn[];
  /** Number of drifted columns. */
  readonly drifted: number;
  /** Share of drifted columns, from 0 to 1. */
  readonly share: number;
  /** The rules that fired: a quarter of the columns, one of severity 2 or more; a missing one. */
  readonly rules: readonly DriftRule[];
  /** Whether any rule fired. */
  readonly drift: boolean;
}

/**
 * How many rows current data must have: half of a chunk of the reference, as fewer differ by chance.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(leastRows({ chunkRows: 7 }), 4);
 * ```
 */
export function leastRows({ chunkRows }: Pick<ReferenceProfile, "chunkRows">): number {
  return Math.ceil(chunkRows / 2);
}

/**
 * Compares current data with the reference. A column drifts when one test or more is above its
 * threshold: the tests see different things, such as missing values or a shift inside a bin.
 *
 * The whole drifts when at least a quarter of the columns does and one of them reaches twice its
 * threshold. Features of one load move together, so a quiet holiday season carries many of them
 * just past their thresholds; a real change also takes some far beyond. The whole drifts, too, when
 * a single column goes missing: the model was not trained to do without it.
 *
 * @param current The columns of the reference, about as many rows as one of its chunks has, in any
 * order: the thresholds are made of such chunks, and fewer rows differ more.
 * @throws {TypeError} When the columns are not those of the profile.
 * @throws {RangeError} When there are less than half as many rows as in a chunk of the reference.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * import { buildReferenceProfile } from "./reference_profile.ts";
 * const kwh = Array.from({ length: 600 }, (_, row) => row % 10);
 * const profile = buildReferenceProfile(matrix(["kwh"], kwh), kwh.map((_, row) => row % 6));
 * const report = driftReport(profile, matrix(["kwh"], kwh.map((value) => value / 2)));
 * assert.ok(report.drift && report.columns[0].severity > 1);
 * ```
 */
export function driftReport(profile: ReferenceProfile, current: Matrix): DriftReport {
  requireColumns(current, profile.columns.map(({ column }) => column));
  if (current.rows < leastRows(profile)) {
    throw new RangeError(
      `Cannot report drift as a window must have at least half the ${profile.chunkRows} rows of ` +
        `a reference chunk: current number is ${current.rows}`,
    );
  }
  const columns = profile.columns
    .map((reference, j) => compareColumn(reference, columnSlice(current, j)))
    .sort((a, b) => b.severity - a.severity);
  const drifted = columns.filter((column) => column.drifted).length;
  const share = drifted / columns.length;
  const rules: DriftRule[] = [];
  if (share >= DRIFT_SHARE && columns[0].severity >= DRIFT_SEVERITY) rules.push("columns_moved");
  if (columns.some(({ missing }) => missing)) rules.push("column_went_missing");
  return { rows: current.rows, columns, drifted, share, rules, drift: rules.length > 0 };
}

function compareColumn(reference: ProfiledColumn, current: Float64Array): DriftColumn {
  const tests = perDriftTest((test, name) => {
    const score = test.compute(reference, current);
    const floor = test.noChangeFloor(reference, current.length);
    const threshold = Math.max(reference.thresholds[name], floor);
    return { score, threshold, floor, drifted: score > threshold };
  });
  const present = sortedPresent(current);
  const missing = wentMissing(missingShare(current), reference.mostMissing);
  return {
    column: reference.column,
    tests,
    missing,
    drifted: missing || Object.values(tests).some(({ drifted }) => drifted),
    severity: Math.max(...Object.values(tests).map(({ score, threshold }) => score / threshold)),
    referenceMedian: reference.median,
    currentMedian: present.length === 0 ? null : quantile(present, 0.5),
  };
}
