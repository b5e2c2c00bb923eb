/** Recordings: one line of JSON for each answer, so that a difference is a line. */

import { parseExact, stringifyExact } from "../../exact_json.ts";
import type { Answered } from "./play.ts";

/** The directory of recordings, one file for each resource. */
export const recordings = new URL("./recordings/", import.meta.url);

/**
 * Writes answers as text.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(recordingText([{ name: "a", status: 404 }]), '{"name":"a","status":404}\n');
 * ```
 */
export function recordingText(answers: readonly Answered[]): string {
  return answers.map((answer) => `${stringifyExact(answer)}\n`).join("");
}

/**
 * Reads answers back.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(readRecording('{"name":"a","status":404}\n'), [{ name: "a", status: 404 }]);
 * ```
 */
export function readRecording(text: string): Answered[] {
  return text.trimEnd().split("\n").map((line) => parseExact(line) as Answered);
}
