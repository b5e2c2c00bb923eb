/** A line of a stream as a reading, or as what is wrong with it. */
import type { Reading } from "../../data/mod.ts";
import { parseJson } from "../json_text.ts";
import { type FieldError, RequestError } from "../request_error.ts";
import type { ScoreStreamLine } from "../schemas/score_stream.ts";
import type { SentReadingReader } from "../sent_reading.ts";
import type { Line } from "./split_lines.ts";

/** What a stream says of a line that it cannot score. */
export type LineError = Extract<ScoreStreamLine, { type: "error" }>;

/** A reading with the number of its line. */
export interface SentLine {
  readonly line: number;
  readonly reading: Reading;
}

/**
 * Reads a line; undefined for a blank one.
 *
 * @param read The reader of the stream.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { sentReadingReader } from "../sent_reading.ts";
 * const text = '{"meter": "b1", "ts": "1970-01-01T00:00:00Z", "kwh": 2}';
 * assert.deepEqual(readStreamLine({ number: 7, text }, sentReadingReader(0)), {
 *   line: 7,
 *   reading: { meterId: "b1", ts: 0, kwh: 2 },
 * });
 * ```
 */
export function readStreamLine(
  { number, text = "", fault }: Line,
  read: SentReadingReader,
): SentLine | LineError | undefined {
  if (fault !== undefined) return lineError(number, [], fault);
  if (text.trim() === "") return undefined;
  let sent: unknown;
  try {
    sent = parseJson(text, number);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return { type: "error", line: number, detail: error.message, errors: [] };
  }
  const reading = read(sent, []);
  return "meterId" in reading ? { line: number, reading } : lineError(number, reading);
}

/**
 * The error of a line.
 *
 * @param errors The fields at fault.
 * @param fault What is wrong with the line, where no field is at fault.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { detail } = lineError(7, [{ field: "kwh", message: "expected a number" }]);
 * assert.equal(detail, "Cannot score kwh of line 7: expected a number");
 * ```
 */
export function lineError(
  line: number,
  errors: readonly FieldError[],
  fault?: string,
): LineError {
  const detail = errors.length === 0
    ? `Cannot score line ${line}: ${fault}`
    : `Cannot score ${errors[0].field} of line ${line}: ${errors[0].message}`;
  return { type: "error", line, detail, errors };
}
