/** Rows for supervised detectors, from several series of the same meters with different faults. */
import { matrix, selectRows } from "../../models/mod.ts";
import { thinEvents } from "../steps/thin_events.ts";
import type { LabelledRows, TaughtRows } from "./labelled_rows.ts";

/**
 * The rows of all series one after another, of long events a day's worth.
 *
 * @param series At least one, all with the same columns.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { evaluationData } from "./evaluation_data_fixture.ts";
 * const { judged } = evaluationData();
 * assert.equal(taughtRows([judged, judged]).x.rows, 2 * judged.x.rows);
 * ```
 */
export function taughtRows(series: readonly LabelledRows[]): TaughtRows {
  const thinned = series.map((rows) => {
    const kept = thinEvents(rows);
    return {
      x: selectRows(rows.x, kept),
      meterIds: Array.from(kept, (row) => rows.meterIds[row]),
      label: Uint8Array.from(kept, (row) => rows.label[row]),
    };
  });
  const [{ x: { columns } }] = thinned;
  const values = new Float32Array(thinned.reduce((sum, { x }) => sum + x.values.length, 0));
  const label = new Uint8Array(values.length / columns.length);
  let row = 0;
  for (const part of thinned) {
    values.set(part.x.values, row * columns.length);
    label.set(part.label, row);
    row += part.x.rows;
  }
  return {
    x: matrix(columns, values),
    meterIds: thinned.flatMap(({ meterIds }) => meterIds),
    label,
  };
}
