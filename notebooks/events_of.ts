/** Events of scored rows as a table. */
import { type AnomalyEvent, findEvents } from "../models/mod.ts";
import { type Table, typedTable } from "./tables/mod.ts";

/** Consecutive anomalous intervals of a meter; times are epoch milliseconds, UTC. */
export interface EventRow {
  readonly meter_id: string;
  readonly start: number;
  /** End of the last interval, exclusive. */
  readonly end: number;
  /** Hours that are anomalous; a bridged gap does not count. */
  readonly hours: number;
  readonly peak_score: number;
  /** The first interval that has the highest score. */
  readonly peak_ts: number;
  /** Energy beyond the expected, kWh, negative when less was used; `NaN` where not known. */
  readonly excess_kwh: number;
}

/** How rows become events. */
export interface EventsOptions {
  /** The column that says which rows are anomalous: 1 or `true`. @default {"label"} */
  readonly label?: string;
  /** Length of an interval. @default {1} */
  readonly intervalHours?: number;
}

const HOUR_MS = 3_600_000;

/**
 * Joins anomalous rows of each meter to events, by meter and then time; one interval in between does
 * not end an event. The table has `start` and `end`, as charts take events.
 *
 * @param scored Columns `meter_id`, `ts`, `score` and the label, such as `model.score()` gives; with
 *   `kwh` and `expected_kwh` the excess is known.
 * @throws {RangeError} When a column is missing, or a meter has two anomalous rows of one time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { table } from "./tables/mod.ts";
 * const hours = table({
 *   meter_id: ["r1", "r1", "r1"],
 *   ts: [0, 3_600_000, 7_200_000].map((ts) => new Date(ts)),
 *   score: [0.1, 0.8, 0.9],
 *   label: [false, true, true],
 *   kwh: [1, 4, 5],
 *   expected_kwh: [1, 1, 1],
 * });
 * assert.deepEqual(eventsOf(hours).objects(), [{
 *   meter_id: "r1",
 *   start: 3_600_000,
 *   end: 10_800_000,
 *   hours: 2,
 *   peak_score: 0.9,
 *   peak_ts: 7_200_000,
 *   excess_kwh: 7,
 * }]);
 * ```
 */
export function eventsOf(
  scored: Table<unknown>,
  { label = "label", intervalHours = 1 }: EventsOptions = {},
): Table<EventRow> {
  const has = (name: string) => scored.columns.some((column) => column.name === name);
  const events = findEvents({
    meterId: scored.texts("meter_id") as readonly string[],
    ts: scored.numbers("ts"),
    score: scored.numbers("score"),
    label: Uint8Array.from(scored.numbers(label), (value) => value === 1 ? 1 : 0),
    ...(has("kwh") && has("expected_kwh")
      ? { kwh: scored.numbers("kwh"), expectedKwh: scored.numbers("expected_kwh") }
      : {}),
  }, { intervalMs: intervalHours * HOUR_MS });
  return typedTable<EventRow, AnomalyEvent>(events, {
    meter_id: ["VARCHAR", ({ meterId }) => meterId],
    start: ["TIMESTAMP", ({ start }) => start],
    end: ["TIMESTAMP", ({ end }) => end],
    hours: ["DOUBLE", ({ intervals }) => intervals * intervalHours],
    peak_score: ["DOUBLE", ({ peakScore }) => peakScore],
    peak_ts: ["TIMESTAMP", ({ peakTs }) => peakTs],
    excess_kwh: ["DOUBLE", ({ excessKwh }) => excessKwh],
  });
}
