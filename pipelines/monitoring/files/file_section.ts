/** The contract of the sections of a check of files: one question about two tables each. */
import type { TableColumn } from "../../../data/mod.ts";
import type { Database } from "../../../data/duckdb/mod.ts";
import type { SectionResult } from "../section.ts";

/** A column of the reference, of the current table, or of both. */
export interface ComparedColumn {
  readonly name: string;
  /** Absent where the reference does not have it. */
  readonly reference?: TableColumn;
  /** Absent where the current table does not have it. */
  readonly current?: TableColumn;
}

/** What a section looks at. */
export interface FilesInput {
  /** Holds the relations `reference` and `current`. A section leaves no relation behind. */
  readonly db: Database;
  /** In the order of the reference, then those that are new. */
  readonly columns: readonly ComparedColumn[];
  /** Numbers of rows, at least one each. */
  readonly rows: { readonly reference: number; readonly current: number };
}

/** One question about two tables. */
export interface FileSection<Figures = unknown> {
  /** Snake case, unique among the sections: its key in the JSON report. */
  readonly name: string;
  /** Heading for people. */
  readonly title: string;
  /**
   * Compares the tables. The order of their rows has no influence.
   *
   * @param onProgress Called with the done share, from 0 to 1.
   */
  compute(
    input: FilesInput,
    onProgress?: (fraction: number) => void,
  ): Promise<SectionResult<Figures>>;
}

/** Most columns in a table for people, and in the figures for programs. */
export const SHOWN = { table: 40, figures: 200 } as const;

/**
 * The names of columns that are of one of some kinds in both tables.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const kwh = { name: "kwh", kind: "number", type: "DOUBLE" } as const;
 * const columns = [{ name: "kwh", reference: kwh, current: kwh }, { name: "new", current: kwh }];
 * assert.deepEqual(columnsOf(columns, ["number"]), ["kwh"]);
 * ```
 */
export function columnsOf(
  columns: readonly ComparedColumn[],
  kinds: readonly TableColumn["kind"][],
): string[] {
  return columns.filter(({ reference, current }) =>
    reference !== undefined && reference.kind === current?.kind && kinds.includes(reference.kind)
  ).map(({ name }) => name);
}

/**
 * Some names for a sentence, and how many more there are.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(namesText(["a", "b", "c", "d", "e"]), "a, b, c and 2 more");
 * ```
 */
export function namesText(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => name.slice(0, 60)).join(", ");
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
