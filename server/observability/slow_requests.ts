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
 * for (const ms of [5, 70, 30]) slow.add({ ...request, at: Date.UTC(2026, 0, 1), ms });
 * const listed = slow.list(Date.UTC(2026, 0, 1)).map(({ ms }) => ms);
 * assert.deepEqual(listed, [70, 30, 5]);
 * ```
 */
export function rememberSlowRequests(): SlowRequests {
  /** In order of falling time taken. */
  let slowest: readonly RequestRecord[] = [];
  /** When the first of them is an hour old. */
  let staleFrom = Infinity;
  return {
    add(record) {
      const full = slowest.length === KEPT && record.ms <= slowest[KEPT - 1].ms;
      if (full && record.at < staleFrom) return;
      const kept = slowest.filter(({ at }) => at > record.at - KEPT_MS);
      const place = kept.findIndex(({ ms }) => ms < record.ms);
      kept.splice(place === -1 ? kept.length : place, 0, record);
      slowest = kept.slice(0, KEPT);
      staleFrom = Math.min(...slowest.map(({ at }) => at)) + KEPT_MS;
    },
    list: (now) => slowest.filter(({ at }) => at > now - KEPT_MS),
  };
}
