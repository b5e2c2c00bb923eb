/** The slowest requests of late, to be looked at afterwards. */
import type { RequestRecord } from "./request_record.ts";

/** How many are kept, and for how long: after an hour a request makes room for a faster one. */
const KEPT = 50;
const KEPT_MS = 3_600_000;

/** Remembers slow requests. */
export interface SlowRequests {
  /** Takes in an answered request. */
  add(record: RequestRecord): void;
  /**
   * The slowest requests of the last hour, the slowest first, at most 50.
   *
   * @param now Epoch milliseconds.
   */
  list(now: number): readonly RequestRecord[];
}

/**
 * Remembers the slowest requests of the last hour.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const slow = rememberSlowRequests();
 * const request = { requestId: "r1", method: "GET", route: "/", status: 200, parts: {} };
 * for (const ms of [5, 70, 30]) slow.add({ ...request, time: "2026-01-01T00:00:00Z", ms });
 * const listed = slow.list(Date.UTC(2026, 0, 1)).map(({ ms }) => ms);
 * assert.deepEqual(listed, [70, 30, 5]);
 * ```
 */
export function rememberSlowRequests(): SlowRequests {
  /** In order of falling time taken. */
  let slowest: readonly Kept[] = [];
  /** When the first of them is an hour old. */
  let staleFrom = Infinity;
  return {
    add(record) {
      const at = Date.parse(record.time);
      const full = slowest.length === KEPT && record.ms <= slowest[KEPT - 1].record.ms;
      if (full && at < staleFrom) return;
      const kept = slowest.filter((other) => other.at > at - KEPT_MS);
      const place = kept.findIndex((other) => other.record.ms < record.ms);
      kept.splice(place === -1 ? kept.length : place, 0, { at, record });
      slowest = kept.slice(0, KEPT);
      staleFrom = Math.min(...slowest.map(({ at }) => at)) + KEPT_MS;
    },
    list: (now) => slowest.filter(({ at }) => at > now - KEPT_MS).map(({ record }) => record),
  };
}

interface Kept {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly record: RequestRecord;
}
