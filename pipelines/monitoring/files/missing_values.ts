/** Whether more values are missing than before. */
import { sqlName } from "../../../data/duckdb/mod.ts";
import { type FileSection, namesText, SHOWN } from "./file_section.ts";

/** A share that rises by less does no harm. */
const LEAST_RISE = 0.01;
/** Standard deviations of the difference that chance makes. */
const DEVIATIONS = 4;

/** One column. */
export interface MissingFigures {
  readonly column: string;
  /** Shares of missing values, from 0 to 1. */
  readonly reference: number;
  readonly current: number;
  /** The rise above which it is drift. */
  readonly limit: number;
  readonly drifted: boolean;
}

/** The columns that were compared. */
export interface MissingValuesFigures {
  readonly compared: number;
  readonly drifted: number;
  /** Those with missing values, by falling rise, the first 200. */
  readonly columns: readonly MissingFigures[];
}

/**
 * A column drifts when the share of its missing values rises by more than a hundredth and by more
 * than four standard deviations of what sampling makes of the difference of two shares,
 * √(p (1 − p) (1 / N + 1 / M)) for the share p of both tables together.
 */
export const missingValues: FileSection<MissingValuesFigures> = {
  name: "missing_values",
  title: "Missing values",
  async compute({ db, columns, rows }) {
    const names = columns.filter(({ reference, current }) => reference && current)
      .map(({ name }) => name);
    const [before, now] = [await missing("reference"), await missing("current")];
    async function missing(relation: "reference" | "current"): Promise<readonly number[]> {
      if (names.length === 0) return [];
      const counts = names.map((name) => `count(*) - count(${sqlName(name)})`);
      const [{ counted }] = await db.rows<{ counted: string }>(
        `SELECT to_json([${counts.join(", ")}])::VARCHAR AS counted FROM ${relation}`,
      );
      return JSON.parse(counted);
    }
    const compared = names.map((column, i) => compare(column, before[i], now[i], rows))
      .sort((a, b) => rise(b) - rise(a) || (a.column < b.column ? -1 : 1));
    const drifted = compared.filter((column) => column.drifted);
    const lacking = compared.filter(({ reference, current }) => reference > 0 || current > 0);
    const worst = drifted.length === 0
      ? ""
      : `, most of all ${namesText(drifted.map(({ column }) => column))}`;
    return {
      verdict: compared.length === 0 ? "unknown" : drifted.length > 0 ? "drift" : "no_drift",
      summary: compared.length === 0
        ? "No column is in both tables"
        : `${drifted.length} of ${compared.length} columns miss more values than before${worst}`,
      figures: {
        compared: compared.length,
        drifted: drifted.length,
        columns: lacking.slice(0, SHOWN.figures),
      },
      tables: [{
        title: "Shares of missing values",
        columns: ["column", "before", "now", "limit of the rise", "drift"],
        rows: lacking.slice(0, SHOWN.table).map((column) => [
          column.column.slice(0, 100),
          column.reference,
          column.current,
          column.limit,
          column.drifted ? "yes" : "no",
        ]),
      }],
      charts: [],
    };
  },
};

function rise({ reference, current }: MissingFigures): number {
  return current - reference;
}

function compare(
  column: string,
  before: number,
  now: number,
  rows: { readonly reference: number; readonly current: number },
): MissingFigures {
  const share = (before + now) / (rows.reference + rows.current);
  const chance = Math.sqrt(share * (1 - share) * (1 / rows.reference + 1 / rows.current));
  const limit = Math.max(LEAST_RISE, DEVIATIONS * chance);
  const [reference, current] = [before / rows.reference, now / rows.current];
  return { column, reference, current, limit, drifted: current - reference > limit };
}
