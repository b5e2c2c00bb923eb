/** Raw readings scored over HTTP, with the answer as tables. */
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { countText, type Table, typedTable } from "../tables/mod.ts";
import type { EventRow } from "../events_of.ts";

/** A reading as a query gives it. */
export interface ReadingRow {
  readonly meter_id: string;
  /** Start of the interval: epoch milliseconds, a `Date`, or ISO 8601 with its zone. */
  readonly ts: number | string | Date;
  readonly kwh: number;
}

/** Readings: a table, or anything that gives its rows. */
export type ReadingRows = Iterable<ReadingRow> | Table<unknown>;

/** An hour with a reading; `expected_kwh` is `NaN` where it is not known. */
export interface ServedHour {
  readonly meter_id: string;
  /** Epoch milliseconds, UTC. */
  readonly ts: number;
  readonly kwh: number;
  readonly expected_kwh: number;
  /** From 0 to 1, higher is more anomalous. */
  readonly score: number;
  readonly label: boolean;
}

/** Why an event is one: a feature of its peak. */
export interface ServedReason {
  readonly meter_id: string;
  /** Start of the event. */
  readonly start: number;
  readonly feature: string;
  readonly value: number;
  /** Its median in the training data. */
  readonly usual: number;
  /** How much lower the score is with the usual value in its place. */
  readonly drop: number;
}

/** What a server answers; it shows how many hours and events there are. */
export interface ServedScores {
  /** By meter and time. */
  readonly scores: Table<ServedHour>;
  readonly events: Table<EventRow>;
  /** Of each event, the weightiest first. */
  readonly reasons: Table<ServedReason>;
  readonly [JUPYTER_DISPLAY]: () => { readonly "text/plain": string };
}

interface AnsweredHour {
  readonly meter: string;
  readonly ts: string;
  readonly kwh: number;
  readonly expected_kwh: number | null;
  readonly score: number;
  readonly label: 0 | 1;
}

interface AnsweredEvent {
  readonly meter: string;
  readonly start: string;
  readonly end: string;
  readonly hours: number;
  readonly peak_score: number;
  readonly peak_ts: string;
  readonly excess_kwh: number | null;
  readonly reasons: readonly AnsweredReason[];
}

interface AnsweredReason {
  readonly feature: string;
  readonly value: number | null;
  readonly usual: number | null;
  readonly drop: number;
}

/** The part of the answer that becomes tables. */
interface Answer {
  readonly scores: readonly AnsweredHour[];
  readonly events: readonly AnsweredEvent[];
}

/**
 * Sends readings to `POST /api/v1/score`, as an app does; the server has history and features.
 *
 * @param url Where the server answers.
 * @param readings Columns `meter_id`, `ts` and `kwh`; up to 100,000, those of a meter within 31 days.
 * @throws {Error} When the server refuses, with what it says is wrong.
 */
export async function scoreReadings(url: string, readings: ReadingRows): Promise<ServedScores> {
  const body = {
    readings: [...readings as Iterable<ReadingRow>].map(({ meter_id, ts, kwh }) => (
      { meter: meter_id, ts: typeof ts === "string" ? ts : new Date(ts).toISOString(), kwh }
    )),
  };
  const response = await fetch(new URL("/api/v1/score", url), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return asTables(answer);
}

function asTables({ scores, events }: Answer): ServedScores {
  const anomalous = scores.filter(({ label }) => label === 1);
  const text = `hours: ${countText(scores.length)}, anomalous: ${countText(anomalous.length)}, ` +
    `events: ${countText(events.length)}`;
  return {
    scores: typedTable<ServedHour, AnsweredHour>(scores, {
      meter_id: ["VARCHAR", ({ meter }) => meter],
      ts: ["TIMESTAMP", ({ ts }) => Date.parse(ts)],
      kwh: ["DOUBLE", ({ kwh }) => kwh],
      expected_kwh: ["DOUBLE", (hour) => hour.expected_kwh],
      score: ["DOUBLE", ({ score }) => score],
      label: ["BOOLEAN", ({ label }) => label],
    }),
    events: typedTable<EventRow, AnsweredEvent>(events, {
      meter_id: ["VARCHAR", ({ meter }) => meter],
      start: ["TIMESTAMP", ({ start }) => Date.parse(start)],
      end: ["TIMESTAMP", ({ end }) => Date.parse(end)],
      hours: ["DOUBLE", ({ hours }) => hours],
      peak_score: ["DOUBLE", (event) => event.peak_score],
      peak_ts: ["TIMESTAMP", (event) => Date.parse(event.peak_ts)],
      excess_kwh: ["DOUBLE", (event) => event.excess_kwh],
    }),
    reasons: reasonsTable(events),
    [JUPYTER_DISPLAY]: () => ({ "text/plain": text }),
  };
}

function reasonsTable(events: readonly AnsweredEvent[]): Table<ServedReason> {
  const rows = events.flatMap(({ meter, start, reasons }) =>
    reasons.map((reason) => ({ meter, start, ...reason }))
  );
  return typedTable<ServedReason, (typeof rows)[number]>(rows, {
    meter_id: ["VARCHAR", ({ meter }) => meter],
    start: ["TIMESTAMP", ({ start }) => Date.parse(start)],
    feature: ["VARCHAR", ({ feature }) => feature],
    value: ["DOUBLE", ({ value }) => value],
    usual: ["DOUBLE", ({ usual }) => usual],
    drop: ["DOUBLE", ({ drop }) => drop],
  });
}
