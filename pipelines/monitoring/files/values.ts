/** Whether the values of each column are spread as before. */
import { sqlName } from "../../../data/duckdb/mod.ts";
import {
  columnSample,
  type DriftTestName,
  driftTests,
  type ReferenceColumn,
  referenceColumn,
} from "../../../models/mod.ts";
import { driftChart } from "../../../notebooks/charts/mod.ts";
import { categoryCodes } from "./category_codes.ts";
import { columnsOf, type FileSection, type FilesInput, namesText, SHOWN } from "./file_section.ts";

/** With fewer rows chance alone reaches the limits. */
const LEAST_ROWS = 500;
/** A tenth of the values in another place, or what is called a moderate shift of the population. */
const LIMIT = 0.1;
const NUMBER_TESTS: readonly DriftTestName[] = ["psi", "kolmogorov_smirnov"];
/** Categories have no order. */
const CATEGORY_TESTS: readonly DriftTestName[] = ["psi"];
const BARS = 16;

/** One column. */
export interface ValueFigures {
  readonly column: string;
  readonly kind: "number" | "category";
  /** The test that says most of it. */
  readonly test: DriftTestName;
  readonly score: number;
  /** 0.1, and never below the floor. */
  readonly threshold: number;
  /** What sampling alone makes of the score at most, nineteen times in twenty. */
  readonly floor: number;
  /** Score in units of the threshold. */
  readonly severity: number;
  readonly drifted: boolean;
}

/** The columns that were compared. */
export interface ValuesFigures {
  readonly compared: number;
  readonly drifted: number;
  /** By falling severity, the first 200. */
  readonly columns: readonly ValueFigures[];
}

/**
 * Numbers are compared by PSI and Kolmogorov-Smirnov, texts and truth values by PSI over their most
 * frequent values, the reference laying the bins. A column drifts when a score is above 0.1 and above
 * what chance makes of it. Times are not compared, as they always go on, nor texts of which the
 * reference has more than a thousand: they are names. Numbers are compared as float32.
 */
export const values: FileSection<ValuesFigures> = {
  name: "values",
  title: "Values",
  async compute(input, onProgress) {
    const { rows } = input;
    const least = Math.min(rows.reference, rows.current);
    if (least < LEAST_ROWS) {
      return nothing(`A table has ${least} rows: at least ${LEAST_ROWS} are needed`);
    }
    const numbers = columnsOf(input.columns, ["number"]);
    const categories = columnsOf(input.columns, ["text", "boolean"]);
    const compared: ValueFigures[] = [];
    const tell = (done: number) => onProgress?.(done / (numbers.length + categories.length));
    for (const [i, column] of numbers.entries()) {
      const [before, now] = [
        await numbersOf(input, "reference", column),
        await numbersOf(input, "current", column),
      ];
      compared.push(compare(referenceColumn(column, before), now, "number"));
      tell(i + 1);
    }
    for (const [i, column] of categories.entries()) {
      const codes = await categoryCodes(input.db, column);
      if (codes !== undefined) {
        compared.push(compare(referenceColumn(column, codes.reference), codes.current, "category"));
      }
      tell(numbers.length + i + 1);
    }
    return compared.length === 0 ? nothing("No column can be compared") : result(compared);
  },
};

function nothing(summary: string) {
  return {
    verdict: "unknown" as const,
    summary,
    figures: { compared: 0, drifted: 0, columns: [] },
    tables: [],
    charts: [],
  };
}

function result(compared: readonly ValueFigures[]) {
  const ranked = compared.toSorted((a, b) =>
    b.severity - a.severity || (a.column < b.column ? -1 : 1)
  );
  const drifted = ranked.filter((column) => column.drifted);
  const bars = ranked.slice(0, BARS)
    .map(({ column, severity, drifted }) => ({ column: column.slice(0, 60), severity, drifted }));
  const worst = drifted.length === 0
    ? ""
    : `, most of all ${namesText(drifted.map(({ column }) => column))}`;
  return {
    verdict: drifted.length > 0 ? "drift" as const : "no_drift" as const,
    summary: `${drifted.length} of ${ranked.length} columns have other values than before${worst}`,
    figures: {
      compared: ranked.length,
      drifted: drifted.length,
      columns: ranked.slice(0, SHOWN.figures),
    },
    tables: [{
      title: "The columns that differ most",
      columns: ["column", "kind", "test", "score", "limit", "floor", "drift"],
      rows: ranked.slice(0, SHOWN.table).map((column) => [
        column.column.slice(0, 100),
        column.kind,
        column.test,
        column.score,
        column.threshold,
        column.floor,
        column.drifted ? "yes" : "no",
      ]),
    }],
    charts: [{
      caption: "How far the values of each column are from the reference, in units of the limit",
      draw: (width: number) =>
        driftChart(bars, { width, title: "Difference per column, 1 = limit" }).svg,
    }],
  };
}

function compare(
  reference: ReferenceColumn,
  current: Float32Array,
  kind: ValueFigures["kind"],
): ValueFigures {
  const sample = columnSample(current);
  const tests = (kind === "number" ? NUMBER_TESTS : CATEGORY_TESTS).map((test) => {
    const score = driftTests[test].compute(reference, sample);
    const floor = driftTests[test].noChangeFloor(reference, sample.n);
    const threshold = Math.max(LIMIT, floor);
    return { test, score, threshold, floor, severity: score / threshold };
  });
  const most = tests.reduce((most, test) => test.severity > most.severity ? test : most);
  return { column: reference.column, kind, ...most, drifted: most.severity > 1 };
}

/** What float32 cannot hold is as far out as it can. */
async function numbersOf(
  { db }: FilesInput,
  relation: "reference" | "current",
  column: string,
): Promise<Float32Array> {
  const value = `CAST(${sqlName(column)} AS DOUBLE)`;
  const { values } = await db.float32(
    `SELECT CASE WHEN isnan(${value}) THEN NULL
       ELSE CAST(greatest(least(${value}, 3.4e38), -3.4e38) AS FLOAT) END AS value
     FROM ${relation}`,
  );
  return values;
}
