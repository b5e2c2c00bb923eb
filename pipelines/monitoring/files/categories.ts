/** Whether texts are those that the reference knows. */
import { sqlName } from "../../../data/duckdb/mod.ts";
import { columnsOf, type FileSection, namesText, SHOWN } from "./file_section.ts";

/** A column of more values names things, such as meters or mails. */
const MOST = 1000;
const DEVIATIONS = 4;
/** New values that are named. */
const NAMED = 3;

/** One column with new values. */
export interface CategoryFigures {
  readonly column: string;
  /** Share of current values that the reference never had. */
  readonly share: number;
  /** The share that chance explains. */
  readonly limit: number;
  /** The most frequent of the new values. */
  readonly values: readonly string[];
  readonly drifted: boolean;
}

/** The columns that were compared. */
export interface CategoriesFigures {
  readonly compared: number;
  readonly drifted: number;
  /** Those with new values, by falling share, the first 200. */
  readonly columns: readonly CategoryFigures[];
}

/**
 * The share of values that were never seen is about the share of values that the reference has once
 * (Good 1953); four standard deviations above that it is drift. So where every value of the reference
 * comes often, a single new one is. Columns of more than a thousand values are not compared.
 */
export const categories: FileSection<CategoriesFigures> = {
  name: "categories",
  title: "Categories",
  async compute({ db, columns, rows }, onProgress) {
    const names = columnsOf(columns, ["text"]);
    const found: CategoryFigures[] = [];
    let compared = 0;
    for (const [i, column] of names.entries()) {
      const name = sqlName(column);
      const seen = `SELECT ${name} AS value, count(*) AS n FROM reference
        WHERE ${name} IS NOT NULL GROUP BY ALL`;
      const [{ kinds, once }] = await db.rows<{ kinds: number; once: number }>(
        `SELECT count(*) AS kinds, count(*) FILTER (n = 1) AS once FROM (${seen})`,
      );
      onProgress?.((i + 1) / names.length);
      if (kinds === 0 || kinds > MOST) continue;
      compared++;
      const fresh = await db.rows<{ value: string; n: number; total: number }>(`
        SELECT ${name}::VARCHAR AS value, count(*) AS n, sum(count(*)) OVER ()::DOUBLE AS total
        FROM current WHERE ${name} IS NOT NULL AND ${name} NOT IN (SELECT value FROM (${seen}))
        GROUP BY ALL ORDER BY n DESC, value LIMIT ${NAMED}`);
      if (fresh.length === 0) continue;
      const usual = once / rows.reference;
      const chance = Math.sqrt(usual * (1 / rows.reference + 1 / rows.current));
      const share = fresh[0].total / rows.current;
      const limit = usual + DEVIATIONS * chance;
      found.push({
        column,
        share,
        limit,
        values: fresh.map(({ value }) => value.slice(0, 30)),
        drifted: share > limit,
      });
    }
    found.sort((a, b) => b.share - a.share || (a.column < b.column ? -1 : 1));
    const drifted = found.filter((column) => column.drifted);
    const worst = drifted.length === 0
      ? ""
      : `, most of all ${namesText(drifted.map(({ column }) => column))}`;
    return {
      verdict: compared === 0 ? "unknown" : drifted.length > 0 ? "drift" : "no_drift",
      summary: compared === 0
        ? "No column of categories is in both tables"
        : `${drifted.length} of ${compared} columns have categories that the reference never had${worst}`,
      figures: { compared, drifted: drifted.length, columns: found.slice(0, SHOWN.figures) },
      tables: [{
        title: "Columns with new categories",
        columns: ["column", "share of new ones", "limit", "such as", "drift"],
        rows: found.slice(0, SHOWN.table).map((column) => [
          column.column.slice(0, 100),
          column.share,
          column.limit,
          column.values.join(", "),
          column.drifted ? "yes" : "no",
        ]),
      }],
      charts: [],
    };
  },
};
