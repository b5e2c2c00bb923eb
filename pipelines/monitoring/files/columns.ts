/** Whether the current table has the columns of the reference. */
import { type ComparedColumn, type FileSection, namesText, SHOWN } from "./file_section.ts";

/** What became of the columns. */
export interface ColumnsFigures {
  readonly missing: readonly string[];
  readonly changed: readonly {
    readonly column: string;
    readonly reference: string;
    readonly current: string;
  }[];
  readonly added: readonly string[];
}

/**
 * A column that is missing or holds values of another kind (numbers, truth values, texts, times) is
 * drift; one that is new is told only.
 */
export const columns: FileSection<ColumnsFigures> = {
  name: "columns",
  title: "Columns",
  compute({ columns }) {
    const missing = columns.filter(({ current }) => current === undefined);
    const added = columns.filter(({ reference }) => reference === undefined);
    const changed = columns.filter(({ reference, current }) =>
      reference !== undefined && current !== undefined && reference.kind !== current.kind
    );
    const kept = columns.length - missing.length - added.length - changed.length;
    const told = [
      ["missing", missing],
      ["of another kind", changed],
      ["new", added],
    ] as const;
    const findings = told.filter(([, found]) => found.length > 0)
      .map(([word, found]) => `${word}: ${namesText(found.map(({ name }) => name))}`);
    const rows = told.flatMap(([word, found]) =>
      found.map(({ name, reference, current }) => [
        name.slice(0, 100),
        word,
        typeText(reference),
        typeText(current),
      ])
    );
    return Promise.resolve({
      verdict: missing.length + changed.length > 0 ? "drift" : "no_drift",
      summary: [`${kept} of ${columns.length - added.length} columns are as before`, ...findings]
        .join("; "),
      figures: {
        missing: namesOf(missing),
        changed: changed.slice(0, SHOWN.figures).map(({ name, reference, current }) => ({
          column: name,
          reference: typeText(reference) ?? "",
          current: typeText(current) ?? "",
        })),
        added: namesOf(added),
      },
      tables: [{
        title: "Columns that are not as before",
        columns: ["column", "what", "type before", "type now"],
        rows: rows.slice(0, SHOWN.table),
      }],
      charts: [],
    });
  },
};

function namesOf(columns: readonly ComparedColumn[]): string[] {
  return columns.slice(0, SHOWN.figures).map(({ name }) => name);
}

/** Types of structures may be long. */
function typeText(column: ComparedColumn["current"]): string | null {
  return column === undefined ? null : column.type.slice(0, 60);
}
