/**
 * What the frames of a day's rows hold of the rows before that day: it is the same for all requests of
 * the day.
 */
import type { Database } from "../../data/duckdb/mod.ts";
import { framedSelects, type Select, windowsOf } from "./framed_selects.ts";
import { type Node, partsOf, printExpressions, printSelects } from "./sql_tree.ts";
import { asAggregates } from "./window_values.ts";

/** Aggregates whose value over two sets of rows is told by their values over each. */
const MERGEABLE: ReadonlySet<string> = new Set(["count", "max", "min", "sum"]);

/** Hours of a day at most, so that a frame of as many has all of its rows up to its own. */
export const KEPT_DAY_HOURS = 24;

/** Values of frames by hour, of which each has what lies before its day. */
export interface KeptFrames {
  /** Their query, with the columns `meter_id`, `ts` and those of the values. */
  readonly sql: string;
  /** The columns of the values, by what {@linkcode frameValue} names them. */
  readonly columns: ReadonlyMap<string, string>;
  /** Relation with `meter_id` and `dawn`, the begin of the day. */
  readonly dawns: string;
}

/** What tells a window from those with other values, whatever else its view computes. */
export function frameValue(window: Node): string {
  const { function_name, schema, children, filter_expr, start, start_expr } = window;
  return JSON.stringify([function_name, schema, children, filter_expr, start, start_expr]);
}

/** The select whose rows the only windows are over, where nothing else reads it. */
export function sourceOf(
  selects: readonly Select[],
  [reader, ...others]: readonly Select[],
): Select | undefined {
  if (reader === undefined || others.length > 0 || reader.node.where_clause) return undefined;
  const source = reader.node.from_table.table_name;
  const readers = selects.flatMap(({ node }) =>
    partsOf(node).filter((part) => part.type === "BASE_TABLE" && part.table_name === source)
  );
  return readers.length === 1 ? selects.find(({ name }) => name === source) : undefined;
}

/**
 * The values that the frames of some hours have over the rows before `dawn`, for a view of meters and
 * hours: those of its counts, sums, maxima and minima over at least {@linkcode KEPT_DAY_HOURS} hours.
 *
 * @param hours Relation of the hours, by `meter_id` and `ts`; all lie in the day of `dawn`.
 * @param dawns Relation with `meter_id` and `dawn`, each meter once.
 * @returns Nothing where the view has no such values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "../../data/duckdb/mod.ts";
 * await using db = await openDatabase({ threads: 1 });
 * await db.run(`
 *   CREATE TABLE loads AS SELECT 'm' AS meter_id, TIMESTAMP '2024-01-01' + to_hours(h) AS ts, h AS kwh
 *     FROM range(100) t(h);
 *   CREATE TABLE dawns AS SELECT 'm' AS meter_id, TIMESTAMP '2024-01-03' AS dawn;
 *   CREATE TABLE hours AS SELECT 'm' AS meter_id, TIMESTAMP '2024-01-03 20:00' AS ts`);
 * const kept = await keptFrames(db, `WITH l AS (SELECT * FROM loads)
 *   SELECT meter_id, ts, sum(kwh) OVER (PARTITION BY meter_id ORDER BY ts
 *     RANGE BETWEEN INTERVAL 23 HOURS PRECEDING AND CURRENT ROW) AS kwh FROM l`, "hours", "dawns");
 * assert.deepEqual(await db.rows(`SELECT value_0 FROM (${kept?.sql})`), [{ value_0: 45 + 46 + 47 }]);
 * ```
 */
export async function keptFrames(
  db: Database,
  sql: string,
  hours: string,
  dawns: string,
): Promise<KeptFrames | undefined> {
  const { selects, rewritten } = await framedSelects(db, sql, { keys: ["meter_id", "ts"] });
  const source = sourceOf(selects, rewritten);
  if (source === undefined) return undefined;
  const windows = await longWindows(
    db,
    windowsOf(rewritten[0].node.select_list).filter(isMergeable),
  );
  if (windows.size === 0) return undefined;
  const expressions: Node[] = [];
  const ask = (expression: Node, alias: string) => expressions.push({ ...expression, alias }) - 1;
  const asked = [...windows.values()];
  const { values, computed } = asAggregates(asked.map(({ window }) => window), ask);
  const texts = await printExpressions(db, expressions);
  const ofFrames = Map.groupBy(asked.keys(), (i) => asked[i].start);
  const before = selects.slice(0, selects.indexOf(source));
  const ctes = await printSelects(db, [...before, source].map(({ node }) => node));
  const columns = [...windows.keys()].map((key, i) => [key, `value_${i}`] as const);
  const joins = [...ofFrames].map(([start, own], frame) => `
    LEFT JOIN (SELECT by_0, by_1, ${own.map((i) => texts[values[i]]).join(", ")}
      FROM (SELECT meter_id AS by_0, ts AS by_1 FROM ${hours})
      JOIN frame_rows ON meter_id = by_0 AND ts >= by_1 - ${start}
      GROUP BY by_0, by_1) AS frame_${frame}
      ON frame_${frame}.by_0 = h.meter_id AND frame_${frame}.by_1 = h.ts`);
  return {
    sql: `WITH ${before.map(({ name }, i) => `${name} AS (${ctes[i]}),\n`).join("")}
      frame_rows AS MATERIALIZED (
        SELECT ${["r.*", ...computed.map((argument) => texts[argument])].join(", ")}
        FROM (${ctes.at(-1)}) r SEMI JOIN ${dawns} d ON d.meter_id = r.meter_id AND r.ts < d.dawn)
      SELECT ${["h.meter_id", "h.ts", ...columns.map(([, column]) => column)].join(", ")}
      FROM ${hours} h ${joins.join("")}`,
    columns: new Map(columns),
    dawns,
  };
}

/** Whether a window is told by its values over the rows of its day and over those before. */
function isMergeable({ function_name, distinct, start, end, partitions, orders }: Node): boolean {
  const by = [...partitions, orders[0].expression].map((part) => part.column_names?.at(-1));
  return MERGEABLE.has(function_name) && !distinct && by.join() === "meter_id,ts" &&
    start === "EXPR_PRECEDING_RANGE" && end === "CURRENT_ROW_RANGE";
}

/**
 * Those whose frames start so long before their row that they have all rows of its day up to it, with
 * these starts as text, by their values.
 */
async function longWindows(
  db: Database,
  windows: readonly Node[],
): Promise<Map<string, { window: Node; start: string }>> {
  if (windows.length === 0) return new Map();
  const starts = await printExpressions(db, windows.map(({ start_expr }) => start_expr));
  const isLong = starts.map((start) => `${start} >= INTERVAL ${KEPT_DAY_HOURS - 1} HOURS`);
  const [{ long }] = await db.rows<{ long: boolean[] }>(`SELECT [${isLong.join(", ")}] AS long`);
  return new Map(
    windows.map((window, i) => [frameValue(window), { window, start: starts[i] }] as const)
      .filter((_, i) => long[i]),
  );
}
