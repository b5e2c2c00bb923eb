/** A small evaluation's data for tests: five meters, each with events that stand out. */
import { detectors, matrix, random } from "../../models/mod.ts";
import { inputsOf } from "./detector_inputs.ts";
import type { EvaluationData } from "./labelled_rows.ts";

const HOUR_MS = 3_600_000;
/** Meters of {@linkcode evaluationData}. */
export const FIXTURE_METERS = ["a", "b", "c", "d", "e"] as const;
/** Hours of each meter. */
export const FIXTURE_HOURS = 240;
const COLUMNS = inputsOf(detectors.iqr());

/**
 * Noise in every column that most detectors read; hours 100 to 105 and hour 200 of each meter are
 * labelled and far off. The usual rows are the others. Hour 200 reads exactly 1 kWh.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { judged, usual } = evaluationData();
 * assert.deepEqual([judged.x.rows, usual.x.rows], [5 * 240, 5 * 233]);
 * ```
 */
export function evaluationData(): EvaluationData {
  const draw = random(5);
  const meterIds = FIXTURE_METERS.flatMap((id) => new Array<string>(FIXTURE_HOURS).fill(id));
  const hour = (row: number) => row % FIXTURE_HOURS;
  const label = Uint8Array.from(
    meterIds,
    (_, row) => (hour(row) >= 100 && hour(row) <= 105) || hour(row) === 200 ? 1 : 0,
  );
  const values = Array.from(
    label,
    (odd) => COLUMNS.map(() => draw() + draw() - 1 + 4 * odd),
  );
  const rowsAt = (rows: readonly number[]) => ({
    x: matrix(COLUMNS, rows.flatMap((row) => values[row])),
    meterIds: rows.map((row) => meterIds[row]),
    ts: Float64Array.from(rows, (row) => hour(row) * HOUR_MS),
    kwh: Float64Array.from(rows, (row) => hour(row) === 200 ? 1 : 2),
    expectedKwh: Float64Array.from(rows, () => 2),
  });
  const all = [...meterIds.keys()];
  return {
    dataset: "fixture",
    digest: "00ff".repeat(16),
    labels: "told by hand",
    usual: rowsAt(all.filter((row) => label[row] === 0)),
    judged: { ...rowsAt(all), label },
    leftOut: [],
    shortcut: (row) => hour(row) === 200,
  };
}
