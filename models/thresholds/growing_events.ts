/** The events of labelled rows while more and more rows are labelled. */

import { trueEvents } from "../metrics/true_events.ts";
import type { ValidationRows } from "./threshold.ts";

const HOUR_MS = 3_600_000;

/** Counts over the rows labelled so far. */
export interface GrowingEvents {
  /** Labels one more row. */
  add(row: number): void;
  /** Runs of labelled rows. */
  readonly events: number;
  /** Runs that hold an anomalous row. */
  readonly confirmed: number;
  /** True events of which a row is labelled. */
  readonly detected: number;
  /** True events. */
  readonly trueEvents: number;
}

/** The rows next to a row on its meter. */
interface Place {
  before?: number;
  after?: number;
}

/**
 * Counts events by the rule of `eventRuns` (a gap of one interval does not part rows), a row at a
 * time: to label all n rows takes n log n steps, where counting anew after each would take n².
 *
 * @param labels The truth: one 0 or 1 per row; all 0 where it is not known.
 * @param events Numbers of the true events, as `trueEvents` takes them.
 * @throws {RangeError} When columns differ in length, the interval is not positive, or a meter has
 * two rows of one time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const rows = {
 *   meterIds: ["a", "a", "a"],
 *   ts: Float64Array.of(0, 1, 2),
 *   intervalMs: 1,
 *   scores: new Float64Array(3),
 * };
 * const growing = growingEvents(rows, Uint8Array.of(0, 0, 1));
 * growing.add(0);
 * assert.deepEqual([growing.events, growing.confirmed], [1, 0]);
 * growing.add(2);
 * assert.deepEqual([growing.events, growing.confirmed], [1, 1]);
 * ```
 */
export function growingEvents(
  { meterIds, ts, intervalMs = HOUR_MS }: ValidationRows,
  labels: Uint8Array,
  events?: Int32Array,
): GrowingEvents {
  const trueRuns = trueEvents({ meterIds, ts, intervalMs, labels, events });
  const trueRunOf = new Map(trueRuns.flatMap(({ rows }, run) => rows.map((row) => [row, run])));
  const places = placesOf(meterIds, ts);
  const found = new Set<number>();
  // Union-find: a row that is not labelled is nobody's; the root of a run knows if it is confirmed.
  const parent = new Int32Array(ts.length).fill(-1);
  const isConfirmed = new Uint8Array(ts.length);
  let runs = 0;
  let confirmed = 0;

  function rootOf(row: number): number {
    while (parent[row] !== row) row = parent[row] = parent[parent[row]];
    return row;
  }

  function join(row: number, neighbour: number): void {
    const [root, other] = [rootOf(row), rootOf(neighbour)];
    if (root === other) return;
    runs--;
    if (isConfirmed[root] && isConfirmed[other]) confirmed--;
    parent[root] = other;
    isConfirmed[other] |= isConfirmed[root];
  }

  /** The nearest labelled row within reach; those beyond it are in its run already. */
  function nearest(row: number, side: "before" | "after"): number | undefined {
    let at = places[row][side];
    while (at !== undefined && Math.abs(ts[at] - ts[row]) <= 2 * intervalMs) {
      if (parent[at] >= 0) return at;
      at = places[at][side];
    }
  }

  function add(row: number): void {
    parent[row] = row;
    runs++;
    const run = trueRunOf.get(row);
    if (run !== undefined) {
      isConfirmed[row] = 1;
      confirmed++;
      found.add(run);
    }
    for (const side of ["before", "after"] as const) {
      const neighbour = nearest(row, side);
      if (neighbour !== undefined) join(row, neighbour);
    }
  }

  return {
    add,
    get events() {
      return runs;
    },
    get confirmed() {
      return confirmed;
    },
    get detected() {
      return found.size;
    },
    trueEvents: trueRuns.length,
  };
}

/** The neighbours of each row in time. */
function placesOf(meterIds: readonly string[], ts: Float64Array): Place[] {
  const places: Place[] = Array.from(ts, () => ({}));
  for (const [id, rows] of Map.groupBy(meterIds.keys(), (row) => meterIds[row])) {
    rows.sort((a, b) => ts[a] - ts[b]);
    rows.slice(1).forEach((row, i) => {
      const before = rows[i];
      if (ts[row] === ts[before]) {
        const time = new Date(ts[row]).toISOString();
        throw new RangeError(`Cannot count events as meter "${id}" has two rows of ${time}`);
      }
      places[row].before = before;
      places[before].after = row;
    });
  }
  return places;
}
