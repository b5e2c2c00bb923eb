/** Feature rows with the truth about them. */
import { type Matrix, selectRows } from "../../models/mod.ts";
import type { FeatureRows } from "../features/mod.ts";
import type { TaughtRows } from "../steps/taught_rows.ts";

/** Feature rows and one label each. */
export interface LabelledRows extends FeatureRows {
  /** The truth: 1 = anomalous, else 0. */
  readonly label: Uint8Array;
  /** Numbers of the true events. @default {each run of anomalous rows is an event} */
  readonly events?: Int32Array;
}

/** What detectors are fitted to and what they are judged by. */
export interface EvaluationData {
  readonly dataset: string;
  /** SHA-256 of the readings' source, hexadecimal. */
  readonly digest: string;
  /** What the labels are, for people. */
  readonly labels: string;
  /**
   * Hours of all meters taken for usual: those with a full history in which the quality checks
   * found nothing. Fits, calibrations and thresholds read no others, and no label.
   */
  readonly usual: FeatureRows;
  /** The hours with a truth. */
  readonly judged: LabelledRows;
  /** Rows with injected faults for a supervised detector to learn from. @default {`judged`} */
  readonly taught?: TaughtRows;
  /** Meters of which no row is judged, as they cannot be; their usual hours train all the same. */
  readonly leftOut: readonly string[];
  /** Rows of `judged` whose reading alone gives the label away. */
  readonly shortcut?: (row: number) => boolean;
}

/**
 * The places of the rows of some meters, ascending.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...rowsOfMeters(["a", "b", "a"], ["a"])], [0, 2]);
 * ```
 */
export function rowsOfMeters(
  meterIds: readonly string[],
  chosen: readonly string[],
): Uint32Array<ArrayBuffer> {
  const wanted = new Set(chosen);
  return Uint32Array.from(meterIds.keys().filter((row) => wanted.has(meterIds[row])));
}

/**
 * What a detector without labels learns from: the usual hours of some meters and of those that
 * cannot be judged.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { evaluationData } from "./evaluation_data_fixture.ts";
 * const { usual } = evaluationData();
 * const x = usualToLearnFrom({ usual, leftOut: ["b"] }, ["a"]);
 * assert.equal(x.rows, 2 * 233);
 * ```
 */
export function usualToLearnFrom(
  { usual, leftOut }: Pick<EvaluationData, "usual" | "leftOut">,
  chosen: readonly string[],
): Matrix {
  return selectRows(usual.x, rowsOfMeters(usual.meterIds, [...chosen, ...leftOut]));
}

/** Rows of some meters with their labels. */
export interface RowsToLearn {
  readonly x: Matrix;
  readonly labels: Uint8Array;
  /** Number of the fault that made a row wrong, −1 for none; absent where faults are not known. */
  readonly fault?: Int32Array;
}

/**
 * What a supervised detector learns from: the rows of some meters with their labels.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { evaluationData } from "./evaluation_data_fixture.ts";
 * const { x, labels } = rowsToLearnFrom(evaluationData(), ["a"]);
 * assert.deepEqual([x.rows, labels.length], [240, 240]);
 * ```
 */
export function rowsToLearnFrom(
  { judged, taught }: Pick<EvaluationData, "judged" | "taught">,
  chosen: readonly string[],
): RowsToLearn {
  const { x, meterIds } = taught ?? judged;
  const rows = rowsOfMeters(meterIds, chosen);
  const labelOf = (row: number) => taught ? Number(taught.fault[row] >= 0) : judged.label[row];
  return {
    x: selectRows(x, rows),
    labels: Uint8Array.from(rows, labelOf),
    fault: taught && Int32Array.from(rows, (row) => taught.fault[row]),
  };
}
