/** Runs the views that others build on, for the rows of a request or for all it looks back to. */
import type { Database } from "../../data/duckdb/mod.ts";
import { lookbackFrom } from "../features/mod.ts";
import type { InnerView, RequestViews } from "./request_views.ts";

/**
 * Makes all inner views from the loads alone, each over no more history than it and those after it
 * look back; leaves relations named as they are.
 *
 * @param db Has the tables `requested_load`, `history_load` and `spans`.
 * @param known Which loads `h` of the history count for the span `s` of a meter, as SQL.
 */
export async function makeWhole(
  db: Database,
  { load, inner, leaves }: RequestViews,
  known: string,
): Promise<void> {
  const rest = [...inner, ...leaves];
  for (const [i, { name, sql }] of inner.entries()) {
    // What no later view looks back to need not be read by it.
    if (i === 0 || lookbackFrom(rest, i) < lookbackFrom(rest, i - 1)) {
      await copyLoads(db, load.name, { from: "history_load", known, hours: lookbackFrom(rest, i) });
    }
    await db.run(`CREATE OR REPLACE TABLE ${name} AS ${sql}`);
  }
  await copyLoads(db, load.name, {
    from: "history_load",
    known,
    hours: lookbackFrom(rest, inner.length),
  });
}

/**
 * Makes the inner views for the rows of the loads in `requested_load`, over the rows that are kept;
 * leaves relations named as they are, with the rows that later views look back to. Rows known at
 * dawn are made for loads from `spans.known` on, and are taken from what is kept before.
 *
 * @param db Has the tables `requested_load` and `spans`, and the schema `recent`.
 */
export async function makeRows(
  db: Database,
  { load, inner, leaves }: RequestViews,
): Promise<void> {
  let held = -1;
  for (const [i, view] of inner.entries()) {
    const after = [...inner.slice(i + 1), ...leaves];
    const hours = reach([view, ...after]);
    if (hours !== held) {
      const from = hours === Infinity ? "history_load" : `recent.${load.name}`;
      await copyLoads(db, load.name, { from, known: "h.ts < s.first", hours });
      held = hours;
    }
    await db.run(`
      CREATE OR REPLACE TABLE made_rows AS
        SELECT r.meter_id, r.ts, CAST(r.local_ts AS DATE) AS day
        FROM requested_load r JOIN spans s
          ON s.meter_id = r.meter_id AND r.ts >= ${view.atDawn ? "s.known" : "s.first"};
      CREATE OR REPLACE TABLE ${view.name} AS
        ${keptRows(view, reach(after))} UNION ALL SELECT * FROM (${view.rowsSql})`);
  }
  if (held !== reach(leaves)) {
    const from = `recent.${load.name}`;
    await copyLoads(db, load.name, { from, known: "h.ts < s.first", hours: reach(leaves) });
  }
}

/** A relation by the query that makes it. */
export interface Relation {
  readonly name: string;
  readonly sql: string;
}

/**
 * What {@linkcode makeRows} makes, as queries in the order in which they read one another, where no
 * load lies at or after `spans.known`: so nothing is made of the rows known at dawn.
 */
export function rowsOfKnownDays({ load, inner, leaves }: RequestViews): Relation[] {
  const made = inner.filter(({ atDawn }) => !atDawn);
  const hours = reach([...made, ...leaves]);
  const loads = {
    from: hours === Infinity ? "history_load" : `recent.${load.name}`,
    known: "h.ts < s.first",
    hours,
  };
  return [
    { name: load.name, sql: withEarlier(loads) },
    {
      name: "made_rows",
      sql: "SELECT meter_id, ts, CAST(local_ts AS DATE) AS day FROM requested_load",
    },
    ...inner.map((view, i) => {
      const after = [...inner.slice(i + 1).filter(({ atDawn }) => !atDawn), ...leaves];
      const kept = keptRows(view, reach(after));
      const { name, atDawn, rowsSql } = view;
      return { name, sql: atDawn ? kept : `${kept} UNION ALL SELECT * FROM (${rowsSql})` };
    }),
  ];
}

function keptRows(view: InnerView, hours: number): string {
  return `SELECT h.* FROM recent.${view.name} h JOIN spans s
    ON s.meter_id = h.meter_id AND ${before(view)} ${since(view, hours)}`;
}

function reach(views: readonly { readonly lookbackHours: number }[]): number {
  return Math.max(...views.map(({ lookbackHours }) => lookbackHours));
}

/** Which kept rows `h` the request cannot change. */
function before({ atDawn, daily }: InnerView): string {
  if (daily) return "h.day <= s.known_day";
  return atDawn ? "h.ts < s.known" : "h.ts < s.first";
}

function since({ daily }: InnerView, hours: number): string {
  if (hours === Infinity) return "";
  return daily
    // A local day may begin a day before or after the one of the same name in UTC.
    ? `AND h.day >= CAST(s.first - INTERVAL ${hours + 24} HOURS AS DATE)`
    : `AND h.ts >= s.first - INTERVAL ${hours} HOURS`;
}

interface Loads {
  /** The relation of those known. */
  readonly from: string;
  readonly known: string;
  /** How far they go back before the first one requested. */
  readonly hours: number;
}

async function copyLoads(db: Database, name: string, loads: Loads): Promise<void> {
  await db.run(`CREATE OR REPLACE TABLE ${name} AS ${withEarlier(loads)}`);
}

/** The loads requested, with those before them. */
function withEarlier({ from, known, hours }: Loads): string {
  return `SELECT * FROM requested_load
    UNION ALL
    SELECT h.* FROM ${from} h JOIN spans s ON s.meter_id = h.meter_id AND ${known}
      ${hours === Infinity ? "" : `AND h.ts >= s.first - INTERVAL ${hours} HOURS`}`;
}
