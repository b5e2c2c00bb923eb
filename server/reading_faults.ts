/** Why a reading that can be read cannot be scored, in words for its sender. */
import type { OffGridReading } from "../pipelines/realtime/mod.ts";
import type { FieldError } from "./request_error.ts";

/**
 * The fault of a reading of a meter that nobody knows.
 *
 * @param path Of the reading, with the dot behind it; empty where the reading stands alone.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(unknownMeter("attic", "readings[3]."), {
 *   field: "readings[3].meter",
 *   message: 'meter "attic" is unknown',
 * });
 * ```
 */
export function unknownMeter(meterId: string, path = ""): FieldError {
  return { field: `${path}meter`, message: `meter ${JSON.stringify(meterId)} is unknown` };
}

/**
 * The fault of a reading beside the grid of its meter.
 *
 * @param path Of the reading, with the dot behind it; empty where the reading stands alone.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(offGrid({ ts: 60_000, intervalMinutes: 60 }), {
 *   field: "ts",
 *   message: "expected a time on the meter's grid of 60 minutes, got 1970-01-01T00:01:00.000Z",
 * });
 * ```
 */
export function offGrid(
  { ts, intervalMinutes }: Pick<OffGridReading, "ts" | "intervalMinutes">,
  path = "",
): FieldError {
  const message = `expected a time on the meter's grid of ${intervalMinutes} minutes, got ${
    new Date(ts).toISOString()
  }`;
  return { field: `${path}ts`, message };
}
