/** Whether numbers stay within the range of the reference. */
import { sqlName } from "../../../data/duckdb/mod.ts";
import { columnsOf, type FileSection, namesText, SHOWN } from "./file_section.ts";

/** How seldom chance alone may raise an alarm over all columns. */
const LEVEL = 0.05;

/** One column with values outside. */
export interface RangeFigures {
  readonly column: string;
  /** Range of the reference. */
  readonly min: number;
  readonly max: number;
  /** Number of current values below and above it. */
  readonly below: number;
  readonly above: number;
  /** How many on one side chance explains. */
  readonly limit: number;
  readonly drifted: boolean;
}

/** The columns that were compared. */
export interface RangesFigures {
  readonly compared: number;
  readonly drifted: number;
  /** Those with values outside, the first 200. */
  readonly columns: readonly RangeFigures[];
}

/**
 * Where nothing has changed, k or more of M new values lie above the highest of N earlier ones with a
 * chance of at most (M / (N + M))ᵏ, whatever their distribution (Gumbel and von Schelling 1950); so
 * many on either side that this is below 5 % shared among both sides of all columns are drift.
 */
export const ranges: FileSection<RangesFigures> = {
  name: "ranges",
  title: "Ranges",
  async compute({ db, columns, rows }) {
    const names = columnsOf(columns, ["number"]);
    const outside: RangeFigures[] = [];
    let compared = 0;
    for (const column of names) {
      const [found] = await db.rows<
        Omit<RangeFigures, "column" | "limit" | "drifted"> & { n: number }
      >(`
        SELECT min::DOUBLE AS min, max::DOUBLE AS max, n,
          (SELECT count(*) FROM current WHERE ${sqlName(column)} < min) AS below,
          (SELECT count(*) FROM current WHERE ${sqlName(column)} > max) AS above
        FROM (SELECT min(${sqlName(column)}) AS min, max(${sqlName(column)}) AS max,
          count(${sqlName(column)}) AS n FROM reference)`);
      const { n, ...range } = found;
      if (n === 0) continue;
      compared++;
      const limit = exceedanceLimit(n, rows.current, LEVEL / (2 * names.length));
      const drifted = Math.max(range.below, range.above) > limit;
      if (range.below + range.above > 0) outside.push({ column, ...range, limit, drifted });
    }
    outside.sort((a, b) => share(b) - share(a) || (a.column < b.column ? -1 : 1));
    const drifted = outside.filter((column) => column.drifted);
    const worst = drifted.length === 0
      ? ""
      : `, most of all ${namesText(drifted.map(({ column }) => column))}`;
    return {
      verdict: compared === 0 ? "unknown" : drifted.length > 0 ? "drift" : "no_drift",
      summary: compared === 0
        ? "No column of numbers is in both tables"
        : `${drifted.length} of ${compared} columns of numbers leave the range of the reference${worst}`,
      figures: { compared, drifted: drifted.length, columns: outside.slice(0, SHOWN.figures) },
      tables: [{
        title: "Columns with values outside the range of the reference",
        columns: ["column", "from", "to", "below", "above", "limit", "drift"],
        rows: outside.slice(0, SHOWN.table).map((column) => [
          column.column.slice(0, 100),
          column.min,
          column.max,
          column.below,
          column.above,
          column.limit,
          column.drifted ? "yes" : "no",
        ]),
      }],
      charts: [],
    };
  },
};

function share({ below, above, limit }: RangeFigures): number {
  return Math.max(below, above) / (limit + 1);
}

/**
 * The number of new values beyond the most extreme earlier one that chance exceeds no oftener than
 * at a level.
 *
 * @param before Number of earlier values.
 * @param now Number of new values.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * // With as many values as before, half of the extremes are new: (1 / 2)⁵ is below 5 %.
 * assert.equal(exceedanceLimit(1000, 1000, 0.05), 4);
 * ```
 */
export function exceedanceLimit(before: number, now: number, level: number): number {
  return Math.ceil(Math.log(level) / Math.log(now / (before + now))) - 1;
}
