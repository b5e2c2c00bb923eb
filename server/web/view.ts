/** Which meter and which days a page shows. */
import { z } from "zod";
import type { MeterSummary } from "../deps.ts";
import { RequestError } from "../request_error.ts";
import { isoDay } from "./quantities.ts";

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 28;
const MAX_DAYS = 366;
const DAYS_AFTER_EVENT = 7;
/** The days that a date input can hold. */
const FIRST_DAY = Date.parse("0000-01-01");
const LAST_DAY = Date.parse("9999-12-31");

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

/** The query parameters of a view, each of them optional. */
export const viewParameters = z.object({
  meter: z.string().optional().describe("Id of a scored meter"),
  from: day.describe("First day, UTC"),
  to: day.describe("Last day, UTC"),
});

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
  const parsed = viewParameters.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = String(issue.path[0]);
    throw new RequestError(400, `Cannot read ${field}: ${issue.message}, got "${given[field]}"`);
  }
  const meter = findMeter(parsed.data.meter, meters);
  const lastDay = defaultLastDay(meter);
  const last = parsed.data.to ??
    (parsed.data.from === undefined
      ? lastDay
      : Math.min(parsed.data.from + (DEFAULT_DAYS - 1) * DAY_MS, LAST_DAY));
  const from = parsed.data.from ?? Math.max(last - (DEFAULT_DAYS - 1) * DAY_MS, FIRST_DAY);
  const to = last + DAY_MS;
  if (from >= to) {
    throw new RequestError(
      400,
      `Cannot show ${isoDay(from)} to ${isoDay(last)}: expected the first day not after the last`,
    );
  }
  if (to - from > MAX_DAYS * DAY_MS) {
    throw new RequestError(
      400,
      `Cannot show ${(to - from) / DAY_MS} days: expected at most ${MAX_DAYS} of them`,
    );
  }
  return { meter, from, to };
}

/**
 * The address of a view.
 *
 * @param from Epoch milliseconds at midnight UTC, inclusive.
 * @param to Epoch milliseconds at midnight UTC, exclusive.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(viewHref("b 1", 0, 86_400_000), "/?meter=b+1&from=1970-01-01&to=1970-01-01");
 * ```
 */
export function viewHref(meterId: string, from: number, to: number): string {
  const query = new URLSearchParams({
    meter: meterId,
    from: isoDay(from),
    to: isoDay(to - DAY_MS),
  });
  return `/?${query}`;
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
