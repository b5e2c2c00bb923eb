/** How far current data is from the reference, column by column and as a whole. */

import { type Matrix, requireColumns } from "../matrix.ts";
import { adjustedPValues } from "./adjusted_p_values.ts";
import { columnSample } from "./column_sample.ts";
import { columnSlice } from "./column_slice.ts";
import { type AskedThresholds, type ColumnScores, compareColumn } from "./compare_column.ts";
import type { DriftTestName } from "./mod.ts";
import type { ReferenceProfile } from "./reference_profile.ts";

/** The whole drifts when at least this share of its columns does… */
const DRIFT_SHARE = 0.25;
/** …and one of them by at least this multiple of its threshold. */
const DRIFT_SEVERITY = 2;

/** The expected share of columns that have not changed among those that stand out is below this. */
const FALSE_DISCOVERIES = 0.05;
/**
 * Of the tests, two that see different things and let no outlier decide: PSI what goes missing and
 * which values come, Kolmogorov-Smirnov a shift inside a bin. Every further test adds false alarms:
 * of the months of 39 meters in the ordinary year 2019, these two by this report's rule call 3.4 %
 * drifted, by their thresholds alone 11.5 %, and all tests by theirs 17.5 %; of those of the closure
 * of 2020 75, 81 and 87 % (`.ci/drift_tests_study.ts`).
 */
const DECIDING: readonly DriftTestName[] = ["psi", "kolmogorov_smirnov"];

/**
 * What makes drift of the whole: many columns moved, one of them far, or a single one went missing.
 */
export type DriftRule = "columns_moved" | "column_went_missing";

/** How far one column is from the reference. */
export interface DriftColumn extends ColumnScores {
  /**
   * The p-value of the whole column, of which at most 5 % are false findings where all up to 0.05
   * are taken; null where no test has one.
   */
  readonly pValue: number | null;
  /**
   * Whether it went missing, or a test is above its threshold: one that was asked for, or another
   * while the p-value of the column, if there is one, is at most 0.05.
   */
  readonly drifted: boolean;
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

/** What decides. */
export interface DriftReportOptions {
  /**
   * Which tests are computed, each of them able to find drift.
   *
   * @default ["psi", "kolmogorov_smirnov"]
   */
  readonly tests?: readonly DriftTestName[];
  /** By column and test, thresholds that are known better than the reference's chunks tell. */
  readonly thresholds?: Readonly<Record<string, AskedThresholds>>;
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
 * Compares current data with the reference. A column drifts when a test is above its threshold and
 * the column stands out among so many: its p-value, the lowest of its tests times their number
 * (Bonferroni), is adjusted for the columns as {@link adjustedPValues} says. As these p-values take the
 * cube roots of the chunks' scores for normal, the thresholds hold besides. A profile of before it held
 * those gives no p-values, and the thresholds decide alone.
 *
 * The whole drifts when at least a quarter of the columns does and one of them reaches twice its
 * threshold. Features of one load move together, so a quiet holiday season carries many of them
 * just past their thresholds; a real change also takes some far beyond. The whole drifts, too, when
 * a single column goes missing: the model was not trained to do without it.
 *
 * @param current The columns of the reference, about as many rows as one of its chunks has, in any
 * order: the thresholds are made of such chunks, and fewer rows differ more.
 * @throws {TypeError} When the columns are not those of the profile.
 * @throws {RangeError} When there are less than half as many rows as in a chunk of the reference, the
 * profile has no thresholds of a test that was asked for, or a threshold is asked for of a column
 * that is not there.
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
export function driftReport(
  profile: ReferenceProfile,
  current: Matrix,
  { tests = DECIDING, thresholds = {} }: DriftReportOptions = {},
): DriftReport {
  const names = profile.columns.map(({ column }) => column);
  requireColumns(current, names);
  requireThresholds(profile, tests);
  const stranger = Object.keys(thresholds).find((column) => !names.includes(column));
  if (stranger !== undefined) {
    throw new RangeError(
      `Cannot report drift as thresholds must be of columns of the profile: got "${stranger}"`,
    );
  }
  if (current.rows < leastRows(profile)) {
    throw new RangeError(
      `Cannot report drift as a window must have at least half the ${profile.chunkRows} rows of ` +
        `a reference chunk: current number is ${current.rows}`,
    );
  }
  const compared = profile.columns.map((reference, j) =>
    compareColumn(reference, columnSample(columnSlice(current, j)), {
      tests,
      chunks: profile.chunks,
      asked: thresholds[reference.column] ?? {},
    })
  );
  const adjusted = adjustedPValues(compared.map(({ pValue }) => pValue ?? 1));
  const columns = compared
    .map(({ scores, exceedsAsked, exceeds, pValue: own }, j) => {
      const pValue = own === null ? null : adjusted[j];
      const standsOut = pValue === null || pValue <= FALSE_DISCOVERIES;
      const drifted = scores.missing || exceedsAsked || (exceeds && standsOut);
      return { ...scores, pValue, drifted };
    })
    .sort((a, b) => b.severity - a.severity);
  const drifted = columns.filter((column) => column.drifted);
  const share = drifted.length / columns.length;
  const rules: DriftRule[] = [];
  if (share >= DRIFT_SHARE && drifted.some(({ severity }) => severity >= DRIFT_SEVERITY)) {
    rules.push("columns_moved");
  }
  if (columns.some(({ missing }) => missing)) rules.push("column_went_missing");
  return {
    rows: current.rows,
    columns,
    drifted: drifted.length,
    share,
    rules,
    drift: rules.length > 0,
  };
}

function requireThresholds(
  { columns }: ReferenceProfile,
  tests: readonly DriftTestName[],
): void {
  const lacking = tests.find((name) => columns.some((column) => !(name in column.thresholds)));
  if (lacking !== undefined || tests.length === 0) {
    throw new RangeError(
      `Cannot report drift by ${
        lacking === undefined ? "no test" : `"${lacking}"`
      } as the profile ` +
        "must have thresholds of at least one test and of every one: it has those of " +
        Object.keys(columns[0].thresholds).join(", "),
    );
  }
}
