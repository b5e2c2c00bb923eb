/** One reading as it was sent: checked by hand while it is right, explained by its schema if not. */
import type { Reading } from "../data/mod.ts";
import { z } from "zod";
import { fieldErrors } from "./field_errors.ts";
import type { FieldError } from "./request_error.ts";
import { MAX_KWH, MAX_METER_LENGTH, type SentReading, sentReadingSchema } from "./schemas/score.ts";

/** How far a meter's clock may run ahead of ours. */
const CLOCK_SKEW_MS = 24 * 3_600_000;
const TIME = z.regexes.datetime({ offset: true });
const KEYS = Object.keys(sentReadingSchema.shape).length;

/** Reads a reading that stands at a path of the body: gives it, or all that is wrong with it. */
export type SentReadingReader = (
  sent: unknown,
  path: readonly PropertyKey[],
) => Reading | readonly FieldError[];

/**
 * Creates the reader of one request. Wrong are a wrong type, a key too many, a negative or huge
 * kWh, a time without zone or more than a day after now.
 *
 * @param now Epoch milliseconds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const read = sentReadingReader(0);
 * const sent = { meter: "b1", ts: "1970-01-01T01:00:00+01:00", kwh: 2 };
 * assert.deepEqual(read(sent, []), { meterId: "b1", ts: 0, kwh: 2 });
 * assert.deepEqual(read({ ...sent, kwh: -1 }, ["readings", 3]), [
 *   { field: "readings[3].kwh", message: "Too small: expected number to be >=0" },
 * ]);
 * ```
 */
export function sentReadingReader(now: number): SentReadingReader {
  const latest = now + CLOCK_SKEW_MS;
  return (sent, path) => {
    if (!isSentReading(sent)) {
      const parsed = sentReadingSchema.safeParse(sent);
      if (!parsed.success) return fieldErrors(parsed.error.issues, path);
      sent = parsed.data;
    }
    const { meter, ts: text, kwh } = sent as SentReading;
    const ts = Date.parse(text);
    if (ts <= latest) return { meterId: meter, ts, kwh };
    const limit = new Date(latest).toISOString();
    const message =
      `expected a time at most 24 hours ahead of now, up to ${limit}, got a later one`;
    return fieldErrors([{ code: "custom", path: ["ts"], message, input: text }], path);
  };
}

/** What the schema says, five times as fast. */
function isSentReading(sent: unknown): sent is SentReading {
  if (sent === null || typeof sent !== "object") return false;
  const { meter, ts, kwh } = sent as Partial<SentReading>;
  return typeof meter === "string" && meter.length > 0 && meter.length <= MAX_METER_LENGTH &&
    typeof kwh === "number" && kwh >= 0 && kwh <= MAX_KWH &&
    typeof ts === "string" && TIME.test(ts) && Object.keys(sent).length === KEYS;
}
