/** The rows that a tuning fits to, chooses by and judges in the end. */
import { averagePrecision, type Matrix, selectRows } from "../../models/mod.ts";
import {
  type EvaluationData,
  rowsOfMeters,
  rowsToLearnFrom,
  usualToLearnFrom,
} from "../evaluation/labelled_rows.ts";
import { type MeterSplit, splitMeters } from "../steps/split_meters.ts";

/** Judged rows of some meters that have both usual and anomalous ones. */
export interface JudgedMeters {
  readonly x: Matrix;
  readonly meters: readonly {
    readonly meterId: string;
    /** Places in `x`. */
    readonly rows: Uint32Array;
    readonly labels: Uint8Array;
  }[];
}

/** Rows by what they are for; no meter is in two groups. */
export interface TuningRows {
  readonly split: MeterSplit;
  /** Usual hours of the training meters, for detectors that learn without labels. */
  readonly usual: Matrix;
  /** Usual hours of the validation meters, on which scores are calibrated. */
  readonly calibration: Matrix;
  /** Hours of the training meters with labels, for those that learn from labels. */
  readonly labelled: { readonly x: Matrix; readonly labels: Uint8Array };
  readonly validation: JudgedMeters;
  readonly test: JudgedMeters;
}

/**
 * Divides the meters of an evaluation 60 / 20 / 20; those that cannot be judged train too.
 *
 * @throws {RangeError} When there are fewer than three judged meters, the training or the validation
 * meters have no usual hours, or no validation or no test meter has both anomalous and usual hours.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { evaluationData } from "../evaluation/evaluation_data_fixture.ts";
 * const { split, validation } = tuningRows(evaluationData(), 1);
 * assert.deepEqual([split.train.length, validation.meters.length], [3, 1]);
 * ```
 */
export function tuningRows(data: EvaluationData, seed: number): TuningRows {
  const meters = [...new Set(data.judged.meterIds)];
  const split = splitMeters(meters, seed);
  const { x, meterIds } = data.usual;
  const held = selectRows(x, rowsOfMeters(meterIds, split.validation));
  return {
    split,
    usual: requireUsual(usualToLearnFrom(data, split.train), "training", split.train),
    calibration: requireUsual(held, "validation", split.validation),
    labelled: rowsToLearnFrom(data, split.train),
    validation: judgedMeters(data, split, "validation"),
    test: judgedMeters(data, split, "test"),
  };
}

/**
 * The average precision within each meter.
 *
 * @param scores One per row of the judged meters.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../../models/mod.ts";
 * const meter = { meterId: "a", rows: Uint32Array.of(0, 1), labels: Uint8Array.of(0, 1) };
 * const judged = { x: matrix(["kwh"], [1, 9]), meters: [meter] };
 * assert.deepEqual(precisionByMeter(judged, Float64Array.of(1, 2)), [1]);
 * ```
 */
export function precisionByMeter({ meters }: JudgedMeters, scores: Float64Array): number[] {
  return meters.map(({ rows, labels }) =>
    averagePrecision(labels, Float64Array.from(rows, (row) => scores[row]))
  );
}

function requireUsual(usual: Matrix, group: string, meters: readonly string[]): Matrix {
  if (usual.rows > 0) return usual;
  throw new RangeError(
    `Cannot tune: expected ${group} meters with usual hours, got none among [${meters.join(", ")}]`,
  );
}

function judgedMeters(
  { judged }: EvaluationData,
  split: MeterSplit,
  group: "validation" | "test",
): JudgedMeters {
  const places = rowsOfMeters(judged.meterIds, split[group]);
  const meterIds = Array.from(places, (row) => judged.meterIds[row]);
  const meters = split[group].map((meterId) => {
    const rows = rowsOfMeters(meterIds, [meterId]);
    return { meterId, rows, labels: Uint8Array.from(rows, (row) => judged.label[places[row]]) };
  }).filter(({ labels }) => labels.includes(0) && labels.includes(1));
  if (meters.length === 0) {
    throw new RangeError(
      `Cannot tune: expected a ${group} meter with anomalous and usual hours, got none among [${
        split[group].join(", ")
      }]`,
    );
  }
  return { x: selectRows(judged.x, places), meters };
}
