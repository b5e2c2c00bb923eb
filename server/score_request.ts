/** The body of `POST /api/v1/score`: raw readings of one or many meters. */
import type { Reading } from "../data/mod.ts";
import { z } from "zod";
import { fieldErrors } from "./field_errors.ts";
import { type FieldError, RequestError } from "./request_error.ts";
import { MAX_READINGS, scoreRequestSchema } from "./schemas/score.ts";
import { sentReadingReader } from "./sent_reading.ts";

/** Of one meter: all hours between its first and its last reading are computed. */
const MAX_SPAN_DAYS = 31;
const DAY_MS = 24 * 3_600_000;
const REPORTED_ERRORS = 20;

/** The readings themselves are checked one by one, which can stop early. */
const requestSchema = scoreRequestSchema.extend({
  readings: z.array(z.unknown()).min(1).max(MAX_READINGS),
});

/**
 * The readings of a request, in the order sent.
 *
 * @param body The parsed JSON.
 * @param now Epoch milliseconds; no reading may start more than a day later.
 * @throws {RequestError} 400 naming up to 20 fields at fault: a wrong type, a key too many, a
 * negative or huge kWh, a time in the future, a meter whose readings lie more than 31 days apart.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const body = { readings: [{ meter: "b1", ts: "1970-01-01T01:00:00+01:00", kwh: 2 }] };
 * assert.deepEqual(parseScoreRequest(body, 0), [{ meterId: "b1", ts: 0, kwh: 2 }]);
 * ```
 */
export function parseScoreRequest(body: unknown, now: number): Reading[] {
  const request = requestSchema.safeParse(body);
  if (!request.success) throw refusal(fieldErrors(request.error.issues, []));
  const read = sentReadingReader(now);
  const errors: FieldError[] = [];
  const readings: Reading[] = [];
  for (const [i, sent] of request.data.readings.entries()) {
    const reading = read(sent, ["readings", i]);
    if ("meterId" in reading) readings.push(reading);
    else errors.push(...reading);
    if (errors.length >= REPORTED_ERRORS) break;
  }
  if (errors.length > 0) throw refusal(errors.slice(0, REPORTED_ERRORS));
  refuseLongSpan(readings);
  return readings;
}

function refuseLongSpan(readings: readonly Reading[]): void {
  const spans = new Map<string, { first: number; last: number }>();
  for (const { meterId, ts } of readings) {
    const span = spans.get(meterId);
    if (span === undefined) spans.set(meterId, { first: ts, last: ts });
    else if (ts < span.first) span.first = ts;
    else if (ts > span.last) span.last = ts;
  }
  for (const [meterId, { first, last }] of spans) {
    if (last - first <= MAX_SPAN_DAYS * DAY_MS) continue;
    const [from, to] = [first, last].map((ts) => new Date(ts).toISOString());
    const rule = `expected readings of a meter to lie within ${MAX_SPAN_DAYS} days`;
    const message = `${rule}, got ${from} and ${to} of ${JSON.stringify(meterId)}`;
    throw refusal([{ field: "readings", message }]);
  }
}

function refusal(errors: readonly FieldError[]): RequestError {
  const [first] = errors;
  return new RequestError(400, `Cannot score ${first.field}: ${first.message}`, errors);
}
