/** The views of a model, ready to be run for the rows of one request. */
import type { Database } from "../../data/duckdb/mod.ts";
import {
  featureTableQuery,
  featureVersion,
  type FeatureView,
  type KeptFrames,
  keptFrames,
  knownAtDawn,
  leafViews,
  localHour,
  rowKeys,
  rowsQuery,
} from "../features/mod.ts";

const MADE_DAYS = "(SELECT DISTINCT meter_id, day FROM made_rows)";

/** The type of `meter_id` in all tables of a history; the readings that are sent have texts. */
export const METER_TYPE = "known_meter";

/** The hours of the meters' own clocks that the sent readings lie in. */
export const requestedHours = `
  SELECT DISTINCT m.meter_id, ${localHour("s.ts", "m.time_zone")} AS ts
  FROM sent s JOIN request.meters m ON m.meter_id = s.meter_id`;

/** A view that others build on. */
export interface InnerView extends FeatureView {
  /** Whether all rows of a local day are known when it begins. */
  readonly atDawn: boolean;
  /** Whether its rows are those of days, not of hours. */
  readonly daily: boolean;
  /** Its query for the rows of the relation `made_rows`, by hour or local day. */
  readonly rowsSql: string;
}

/** A view that no other builds on. */
export interface LeafView extends FeatureView {
  /** What its frames have of the rows before a day, for the hours in `dawn_hours`. */
  readonly frames?: KeptFrames;
}

/** The views of a model by their part in a request. */
export interface RequestViews {
  /** All of them, in their order. */
  readonly all: readonly FeatureView[];
  /** Their version as a set. */
  readonly version: string;
  /** The hourly loads, from which all others start. */
  readonly load: FeatureView;
  readonly inner: readonly InnerView[];
  readonly leaves: readonly LeafView[];
  /** Whether rows of each inner view can be kept. */
  readonly keepable: boolean;
}

/**
 * Rewrites the queries of some views for the rows of a request.
 *
 * @param db Parses them; nothing of them is run.
 * @param views In an order in which each comes after those it reads; the first one makes loads.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * import { featureViews } from "../features/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const { inner, keepable } = await requestViews(db, featureViews);
 * assert.ok(keepable);
 * assert.deepEqual(inner.map(({ name }) => name), [
 *   "energy_extremes",
 *   "energy_profile",
 *   "energy_residual",
 *   "energy_usual",
 * ]);
 * ```
 */
export async function requestViews(
  db: Database,
  views: readonly FeatureView[],
): Promise<RequestViews> {
  const [load, ...others] = views;
  const leaves = await Promise.all(
    leafViews(views).map(async (view) => {
      const isHourly = rowKeys(view)?.join() === "meter_id,ts";
      return {
        ...view,
        frames: isHourly ? await keptFrames(db, view.sql, "dawn_hours", "spans") : undefined,
      };
    }),
  );
  const inner: InnerView[] = [];
  let keepable = true;
  for (const view of others.filter(({ name }) => !leaves.some((leaf) => leaf.name === name))) {
    const keys = rowKeys(view);
    const [atDawn, daily] = [knownAtDawn(view), keys?.includes("day") ?? false];
    keepable &&= keys !== undefined && (atDawn || !daily);
    const rowsSql = keys === undefined
      ? view.sql
      : await rowsQuery(db, view.sql, { keys, wanted: daily ? MADE_DAYS : "made_rows" });
    inner.push({ ...view, atDawn, daily, rowsSql });
  }
  return { all: views, version: featureVersion(views), load, inner, leaves, keepable };
}

/**
 * The query of some features for the hours in the relation `requested_hours`.
 *
 * @param db Parses the views; nothing of them is run.
 * @param kept The leaves whose frames are kept for these hours, in `recent`. @default {none}
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * import { featureViews } from "../features/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * const query = await featuresQuery(db, featureViews, ["hour", "match_24h"]);
 * assert.doesNotMatch(query, /weekday|match_72h/);
 * ```
 */
export async function featuresQuery(
  db: Database,
  views: readonly FeatureView[],
  columns: readonly string[],
  kept: readonly LeafView[] = [],
): Promise<string> {
  const named = views.map((view) => ({
    ...view,
    columns: view.columns.filter(({ name }) => columns.includes(name)),
  }));
  const keysOf = new Map(views.map((view) => [view.name, rowKeys(view) ?? []]));
  const relations = new Map<string, string>();
  for (const { name, sql, columns } of leafViews(named)) {
    const hours = { keys: ["meter_id", "ts"], wanted: "requested_hours", keysOf };
    const own = columns.map(({ name }) => name);
    const frames = kept.find((leaf) => leaf.name === name)?.frames;
    const known = frames && { ...frames, relation: framesOf(name) };
    relations.set(name, `(${await rowsQuery(db, sql, { ...hours, columns: own, kept: known })})`);
  }
  // Among the loads requested are those of hours between the ones that were sent.
  const table = featureTableQuery(named, ({ name }) => relations.get(name)!, "requested_load");
  return `SELECT f.* FROM (${table}) f SEMI JOIN requested_hours r ON r.meter_id = f.meter_id AND r.ts = f.ts`;
}

/** The relation of the frames of a leaf that are kept. */
export function framesOf(leaf: string): string {
  return `recent.${leaf}_frames`;
}
