/** Whether two evaluations judged the same rows. */
import { createHash } from "node:crypto";
import type { InjectedRows } from "./injected_features.ts";

/** What an evaluation is about, whatever the features: whose readings, when, and the truth. */
export type JudgedRows = Pick<InjectedRows, "meterIds" | "ts" | "kwh" | "label" | "fault">;

/**
 * A digest of the meters, times, readings, labels and faults of an evaluation. Models with the same
 * digest were asked the same questions, so that their figures can be compared.
 *
 * @returns SHA-256, hexadecimal.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const rows = {
 *   meterIds: ["a"],
 *   ts: Float64Array.of(0),
 *   kwh: Float64Array.of(1.5),
 *   label: Uint8Array.of(1),
 *   fault: Int32Array.of(0),
 * };
 * assert.equal(judgedDigest(rows), judgedDigest({ ...rows }));
 * assert.notEqual(judgedDigest(rows), judgedDigest({ ...rows, label: Uint8Array.of(0) }));
 * ```
 */
export function judgedDigest({ meterIds, ts, kwh, label, fault }: JudgedRows): string {
  const hash = createHash("sha256").update(JSON.stringify(meterIds));
  for (const column of [ts, kwh, label, fault]) {
    hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  }
  return hash.digest("hex");
}
