/** How far current data is from the reference, column by column and as a whole. */

import { type Matrix, requireColumns } from "../matrix.ts";
import { quantile } from "../quantile.ts";
import { columnSlice } from "./column_slice.ts";
import { type DriftTestName, perDriftTest } from "./mod.ts";
import type { ProfiledColumn, ReferenceProfile } from "./reference_profile.ts";
import { sortedPresent } from "./sorted_present.ts";

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

/** How far one column is from the reference. */
export interface DriftColumn {
  readonly column: string;
  readonly tests: Readonly<Record<DriftTestName, DriftScore>>;
  /** Whether any test says so: the severity is above 1. */
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
  /** Whether at least a quarter of the columns drifted, one of them to a severity of 2 or more. */
  readonly drift: boolean;
}

/**
 * Compares current data with the reference. A column drifts when one test or more is above its
 * threshold: the tests see different things, such as missing values or a shift inside a bin.
 *
 * The whole drifts when at least a quarter of the columns does and one of them reaches twice its
 * threshold. Features of one load move together, so a quiet holiday season carries many of them
 * just past their thresholds; a real change also takes some far beyond.
 *
 * @param current The columns of the reference, at least one row, in any order of rows.
 * @throws {TypeError} When the columns are not those of the profile.
 * @throws {RangeError} When there are no rows.
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
  if (current.rows === 0) throw new RangeError("Cannot report drift of no rows");
  const columns = profile.columns
    .map((reference, j) => compareColumn(reference, columnSlice(current, j)))
    .sort((a, b) => b.severity - a.severity);
  const drifted = columns.filter((column) => column.drifted).length;
  const share = drifted / columns.length;
  const drift = share >= DRIFT_SHARE && columns[0].severity >= DRIFT_SEVERITY;
  return { rows: current.rows, columns, drifted, share, drift };
}

function compareColumn(reference: ProfiledColumn, current: Float64Array): DriftColumn {
  const tests = perDriftTest((test, name) => {
    const score = test.compute(reference, current);
    const floor = test.noChangeFloor(reference, current.length);
    const threshold = Math.max(reference.thresholds[name], floor);
    return { score, threshold, floor, drifted: score > threshold };
  });
  const present = sortedPresent(current);
  return {
    column: reference.column,
    tests,
    drifted: Object.values(tests).some(({ drifted }) => drifted),
    severity: Math.max(...Object.values(tests).map(({ score, threshold }) => score / threshold)),
    referenceMedian: reference.median,
    currentMedian: present.length === 0 ? null : quantile(present, 0.5),
  };
}
