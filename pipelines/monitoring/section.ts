/** The contract of the sections of a monitoring report: one question about a window each. */
import type { Database } from "../../data/duckdb/mod.ts";
import type { LateLabel } from "../../data/mod.ts";
import type { ServedModel } from "../realtime/served_model.ts";

/** A span of time. */
export interface Span {
  /** Epoch milliseconds, inclusive. */
  readonly from: number;
  /** Epoch milliseconds, exclusive. */
  readonly to: number;
}

/** What a section looks at. */
export interface MonitoringInput {
  /**
   * Holds the relations of the dataset as `openLake` makes them and `features` by the views of the
   * model. A section leaves no relation behind.
   */
  readonly db: Database;
  readonly model: ServedModel;
  readonly dataset: string;
  /** What is judged. */
  readonly window: Span;
  /** What it is judged by: data that is known to be usual, all of it before the window. */
  readonly reference: Span;
  /** What people found out about times of the reference or the window. @default {nothing} */
  readonly labels?: readonly LateLabel[];
}

/** Whether the window is as usual; `unknown` where there is too little to tell. */
export type Verdict = "drift" | "no_drift" | "unknown";

/** Rows for people, of a size that does not grow with the data. */
export interface ReportTable {
  readonly title: string;
  /** Headings, with units where there are any. */
  readonly columns: readonly string[];
  /** Cells as they are to be read; a number is shown to three significant digits. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A picture for people. */
export interface ReportChart {
  /** What is seen, in a sentence. */
  readonly caption: string;
  /**
   * Draws it, for a phone as well as for a desk: `(width) => driftChart(rows, { width }).svg`.
   *
   * @param width Pixels.
   * @returns One `<svg>` of `notebooks/charts`.
   */
  draw(width: number): string;
}

/** What a section found. */
export interface SectionResult<Figures = unknown> {
  readonly verdict: Verdict;
  /** One sentence that a person can act on, without a period; for `unknown` why. */
  readonly summary: string;
  /**
   * Plain JSON data for programs, in snake case, of a size that does not grow with the data: no
   * `NaN`, no `undefined`.
   */
  readonly figures: Figures;
  readonly tables: readonly ReportTable[];
  readonly charts: readonly ReportChart[];
}

/** One question about a window. */
export interface MonitoringSection<Figures = unknown> {
  /** Snake case, unique among the sections: its key in the JSON report. */
  readonly name: string;
  /** Heading for people. */
  readonly title: string;
  /**
   * Judges the window; its end is when this is asked. Neither the order of rows in the relations
   * nor rows after the window have any influence.
   *
   * @param onProgress Called with the done share, from 0 to 1.
   */
  compute(
    input: MonitoringInput,
    onProgress?: (fraction: number) => void,
  ): Promise<SectionResult<Figures>>;
}
