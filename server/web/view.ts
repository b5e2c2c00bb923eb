/** Which meter and which days a page shows. */
import { z } from "zod";
import type { MeterSummary } from "../deps.ts";
import { RequestError } from "../request_error.ts";

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 28;
const MAX_DAYS = 366;
const DAYS_AFTER_EVENT = 7;

/** A meter and a range of whole UTC days. */
export interface View {
  readonly meter: MeterSummary;
  /** Epoch milliseconds at midnight UTC, inclusive. */
  readonly from: number;
  /** Epoch milliseconds at midnight UTC, exclusive. */
  readonly to: number;
}

const day = z.iso.date("expected a day such as 2024-03-31").transform((text) => Date.parse(text))
  .optional();
const querySchema = z.object({ meter: z.string().optional(), from: day, to: day });

/**
 * The view a query asks for. Without a meter it is the one with most anomalous hours; without
 * days it is 28 around the meter's last event, or the last 28 of its data; with one day it is 28
 * beside that.
 *
 * @param query The query parameters `meter`, `from` and `to`, days in UTC, both inclusive; an
 * empty one counts as absent, as forms send it.
 * @param meters At least one meter.
 * @throws {RequestError} 404 for an unknown meter, 400 for a malformed day, days in the wrong
 * order or more than 366 of them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const to = 100 * 86_400_000;
 * const meter = { meterId: "b1", events: 2, anomalousHours: 9, from: 0, to };
 * assert.deepEqual(readView({}, [meter]), { meter, from: to - 28 * 86_400_000, to });
 * ```
 */
export function readView(
  query: Readonly<Record<string, string>>,
  meters: readonly MeterSummary[],
): View {
  const given = Object.fromEntries(Object.entries(query).filter(([, text]) => text !== ""));
  const parsed = querySchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = String(issue.path[0]);
    throw new RequestError(400, `Cannot read ${field}: ${issue.message}, got "${given[field]}"`);
  }
  const meter = findMeter(parsed.data.meter, meters);
  const lastDay = defaultLastDay(meter);
  const last = parsed.data.to ??
    (parsed.data.from === undefined ? lastDay : parsed.data.from + (DEFAULT_DAYS - 1) * DAY_MS);
  const from = parsed.data.from ?? last - (DEFAULT_DAYS - 1) * DAY_MS;
  const to = last + DAY_MS;
  if (from >= to || to - from > MAX_DAYS * DAY_MS) {
    throw new RequestError(
      400,
      `Cannot show ${(to - from) / DAY_MS} days: expected 1 to ${MAX_DAYS} of them`,
    );
  }
  return { meter, from, to };
}

function defaultLastDay({ to, lastEvent }: MeterSummary): number {
  const last = Math.ceil(to / DAY_MS) * DAY_MS - DAY_MS;
  if (lastEvent === undefined) return last;
  return Math.min(last, (Math.floor(lastEvent / DAY_MS) + DAYS_AFTER_EVENT) * DAY_MS);
}

function findMeter(meterId: string | undefined, meters: readonly MeterSummary[]): MeterSummary {
  if (meterId === undefined) {
    return meters.reduce((most, meter) =>
      meter.anomalousHours > most.anomalousHours ? meter : most
    );
  }
  const meter = meters.find((candidate) => candidate.meterId === meterId);
  if (meter === undefined) {
    throw new RequestError(404, `Cannot show meter "${meterId}": it has not been scored`);
  }
  return meter;
}
