/** The body of `POST /api/v1/score`: raw readings of one or many meters. */
import type { Reading } from "../data/mod.ts";
import { z } from "zod";
import { type FieldError, RequestError } from "./request_error.ts";

/** Most readings taken at once. */
export const MAX_READINGS = 100_000;
/** Far above any meter's hour, and within what the feature SQL holds exactly. */
const MAX_KWH = 1e9;
/** How far a meter's clock may run ahead of ours. */
const CLOCK_SKEW_MS = 24 * 3_600_000;
/** Of one meter: all hours between its first and its last reading are computed. */
const MAX_SPAN_DAYS = 31;
const DAY_MS = 24 * 3_600_000;
const REPORTED_ERRORS = 20;

const readingSchema = z.strictObject({
  meter: z.string().min(1).max(200),
  ts: z.iso.datetime({ offset: true, error: "expected an ISO 8601 time with zone" })
    .transform((text) => Date.parse(text)),
  kwh: z.number().min(0).max(MAX_KWH),
});

const requestSchema = z.strictObject({
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
  if (!request.success) throw refusal(fieldErrors(request.error, []));
  const errors: FieldError[] = [];
  const readings: Reading[] = [];
  for (const [i, sent] of request.data.readings.entries()) {
    const parsed = readingSchema.safeParse(sent);
    if (parsed.success) {
      const { meter, ts, kwh } = parsed.data;
      if (ts > now + CLOCK_SKEW_MS) errors.push(tooLate(i, now));
      readings.push({ meterId: meter, ts, kwh });
    } else {
      errors.push(...fieldErrors(parsed.error, ["readings", i]));
    }
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

function tooLate(place: number, now: number): FieldError {
  const limit = new Date(now + CLOCK_SKEW_MS).toISOString();
  return {
    field: `readings[${place}].ts`,
    message: `expected a time at most 24 hours ahead of now, up to ${limit}, got a later one`,
  };
}

function fieldErrors(error: z.ZodError, prefix: readonly PropertyKey[]): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    return issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ field: fieldPath([...path, key]), message: "unknown key" }))
      : [{ field: fieldPath(path), message: issue.message.replace(/^Invalid input: /, "") }];
  });
}

function fieldPath(path: readonly PropertyKey[]): string {
  return path.map((key) => typeof key === "number" ? `[${key}]` : `.${String(key)}`).join("")
    .replace(/^\./, "") || "body";
}

function refusal(errors: readonly FieldError[]): RequestError {
  const [first] = errors;
  return new RequestError(400, `Cannot score ${first.field}: ${first.message}`, errors);
}
