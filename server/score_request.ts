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
 * negative or huge kWh, a time in the future.
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
  return readings;
}

function tooLate(place: number, now: number): FieldError {
  const limit = new Date(now).toISOString();
  return {
    field: `readings[${place}].ts`,
    message: `expected a time up to now, ${limit}, got a later one`,
  };
}

function fieldErrors(error: z.ZodError, prefix: readonly PropertyKey[]): FieldError[] {
  return error.issues.map(({ path, message }) => ({
    field: fieldPath([...prefix, ...path]),
    message: message.replace(/^Invalid input: /, ""),
  }));
}

function fieldPath(path: readonly PropertyKey[]): string {
  return path.map((key) => typeof key === "number" ? `[${key}]` : `.${String(key)}`).join("")
    .replace(/^\./, "") || "body";
}

function refusal(errors: readonly FieldError[]): RequestError {
  const [first] = errors;
  return new RequestError(400, `Cannot score ${first.field}: ${first.message}`, errors);
}
