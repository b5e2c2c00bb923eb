/** The selects of a view whose frames are put together of what is kept and the rows of the day. */
import type { Database } from "../../data/duckdb/mod.ts";
import { replaced, type Select, type WantedRows, windowsOf } from "./framed_selects.ts";
import { frameValue, sourceOf } from "./kept_frames.ts";
import { type Node, parseSelect, printExpressions, printSelects } from "./sql_tree.ts";
import { asAggregates } from "./window_values.ts";

/** The value over two sets of rows, by those over each: none over an empty one, save a count. */
const MERGED: Readonly<Record<string, (a: string, b: string) => string>> = {
  count: (a, b) => `COALESCE(${a}, 0) + COALESCE(${b}, 0)`,
  max: (a, b) => `greatest(${a}, ${b})`,
  min: (a, b) => `least(${a}, ${b})`,
  sum: (a, b) => `COALESCE(${a} + ${b}, ${a}, ${b})`,
};

/**
 * The texts of the select with windows and of the one that it reads, where all its frames are kept: the
 * latter then has the rows of the days alone. Sums of decimals are the same however they are parted.
 *
 * @param rewritten Those whose windows can be computed for the wanted rows alone.
 * @param rows Their wanted rows lie in one day of each meter, of `KEPT_DAY_HOURS` at most.
 * @returns Texts by the names of the selects; none where a frame is not kept.
 */
export async function mergedFrames(
  db: Database,
  selects: readonly Select[],
  rewritten: readonly Select[],
  { keys, wanted, kept }: WantedRows,
): Promise<ReadonlyMap<string, string>> {
  const source = sourceOf(selects, rewritten);
  if (kept === undefined || source === undefined) return new Map();
  const [{ name, node }] = rewritten;
  const windows = windowsOf(node.select_list);
  if (!windows.every((window) => kept.columns.has(frameValue(window)))) return new Map();

  // Up to a row all frames have the same rows of its day, so those of one aggregate have one value.
  const ofDay = new Map(windows.map((window) => [ofRows(window), window]));
  const places = new Map([...ofDay.keys()].map((key, i) => [key, `today.value_${i}`]));
  const columns = windows.map((window) => kept.columns.get(frameValue(window))!);
  const { select_list: values } = await parseSelect(
    db,
    `SELECT ${
      windows.map((window, i) =>
        MERGED[window.function_name](places.get(ofRows(window))!, `kept.${columns[i]}`)
      ).join(", ")
    }`,
  );
  const items = new Map(
    windows.map((window, i) => [window, { ...values[i], alias: window.alias }]),
  );
  const expressions: Node[] = [];
  const ask = (expression: Node, alias: string) => expressions.push({ ...expression, alias }) - 1;
  const list = node.select_list.map((item: Node) => ask(replaced(item, items), item.alias));
  const today = asAggregates([...ofDay.values()], ask);
  const texts = await printExpressions(db, expressions);
  const text = (place: number) => texts[place];

  const [whole] = await printSelects(db, [source.node]);
  const alias = node.from_table.alias || source.name;
  const relation = `${source.name} AS ${alias}`;
  const by = keys.map((key, i) => `${key} AS by_${i}`);
  const order = windows[0].orders[0].expression.column_names.at(-1);
  const upTo = keys.map((key, i) => `${alias}.${key} ${key === order ? "<=" : "="} by_${i}`);
  const at = (values: string) => keys.map((key, i) => `${alias}.${key} = ${values}.by_${i}`);
  return new Map([
    [
      source.name,
      `SELECT r.* FROM (${whole}) r
        SEMI JOIN ${kept.dawns} d ON d.meter_id = r.meter_id AND r.ts >= d.dawn`,
    ],
    [
      name,
      `SELECT ${list.map(text).join(", ")}
      FROM ${relation}
      JOIN (SELECT by_0, by_1, ${today.values.map(text).join(", ")}
        FROM (SELECT ${by.join(", ")} FROM ${wanted})
        JOIN (SELECT ${[`${alias}.*`, ...today.computed.map(text)].join(", ")}
          FROM ${relation}) AS ${alias} ON ${upTo.join(" AND ")}
        GROUP BY by_0, by_1) AS today ON ${at("today").join(" AND ")}
      JOIN (SELECT ${[...by, ...new Set(columns)].join(", ")}
        FROM ${kept.relation}) AS kept ON ${at("kept").join(" AND ")}`,
    ],
  ]);
}

/** What tells the value of a window over some rows. */
function ofRows({ function_name, schema, children, filter_expr }: Node): string {
  return JSON.stringify([function_name, schema, children, filter_expr]);
}
