/** Whether two tunings would see the same rows. */
import { createHash } from "node:crypto";
import type { TuningRows } from "./tuning_rows.ts";

/**
 * A digest of all rows that decide trials: those that are fitted to and those of the validation
 * meters, with their labels. It differs where the readings, the features or the faults do. The
 * test meters have no part in it, as they have none in the trials.
 *
 * @returns SHA-256, hexadecimal.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { evaluationData } from "../evaluation/evaluation_data_fixture.ts";
 * import { tuningRows } from "./tuning_rows.ts";
 * const rows = tuningRows(evaluationData(), 1);
 * assert.equal(rowsDigest(rows), rowsDigest(tuningRows(evaluationData(), 1)));
 * ```
 */
export function rowsDigest({ usual, labelled, validation }: TuningRows): string {
  const hash = createHash("sha256");
  const meters = validation.meters.map(({ meterId, rows }) => [meterId, rows.length]);
  hash.update(JSON.stringify([usual.columns, usual.rows, labelled.x.rows, meters]));
  for (const { values } of [usual, labelled.x, validation.x]) {
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  for (const labels of [labelled.labels, ...validation.meters.map(({ labels }) => labels)]) {
    hash.update(labels);
  }
  return hash.digest("hex");
}
