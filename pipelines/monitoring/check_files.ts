/** The check of any file against another, without a model. */
import { basename } from "node:path";
import { openTable } from "../../data/mod.ts";
import type { Context } from "../context.ts";
import type { Progress } from "../progress.ts";
import { comparedColumns } from "./files/compared_columns.ts";
import { fileSections } from "./files/mod.ts";
import { judgeSections } from "./judge_sections.ts";
import { overallVerdict, type Report } from "./report.ts";

/** A report of a table against another. */
export interface CheckReport extends Report {
  /** When it was made, ISO 8601, UTC. */
  readonly created: string;
  readonly reference: CheckedFile;
  readonly current: CheckedFile;
}

/** A file as it was called and found. */
export interface CheckedFile {
  readonly file: string;
  readonly rows: number;
}

/**
 * Asks every section about two CSV or Parquet files. Leaves the relations `reference` and `current`.
 *
 * @throws {RangeError} When a file has no row.
 * @throws {Error} When a file cannot be read.
 */
export async function checkFiles(
  { db, now }: Pick<Context, "db" | "now">,
  files: { readonly reference: string; readonly current: string },
  progress: Progress,
): Promise<CheckReport> {
  const opened = await progress.step("read", async () => ({
    reference: await openTable(db, "reference", files.reference),
    current: await openTable(db, "current", files.current),
  }));
  async function rowsOf(relation: "reference" | "current"): Promise<number> {
    const [{ n }] = await db.rows<{ n: number }>(`SELECT count(*) AS n FROM ${relation}`);
    if (n > 0) return n;
    throw new RangeError(`Cannot check "${files[relation]}" as it has no rows`);
  }
  const rows = { reference: await rowsOf("reference"), current: await rowsOf("current") };
  const input = { db, columns: comparedColumns(opened.reference, opened.current), rows };
  const sections = await judgeSections(
    fileSections.map(({ name, title, compute }) => ({
      name,
      title,
      compute: (onProgress) => compute(input, onProgress),
    })),
    progress,
  );
  const created = new Date(now()).toISOString();
  return {
    created,
    reference: { file: files.reference, rows: rows.reference },
    current: { file: files.current, rows: rows.current },
    title: basename(files.current),
    facts: {
      current: `${files.current}, ${rows.current} rows`,
      reference: `${files.reference}, ${rows.reference} rows`,
      made: `${created.slice(0, 16).replace("T", " ")} UTC`,
    },
    verdict: overallVerdict(Object.values(sections).map(({ verdict }) => verdict)),
    sections,
  };
}
