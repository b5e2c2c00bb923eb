/**
 * What a notebook reports about itself. The report is an output of a cell, in a MIME type of its own
 * beside what people see: it is kept with the file, whoever runs it, and needs no way past the kernel.
 */
import { z } from "zod";
import type { Notebook } from "../documents/mod.ts";

/** The MIME type of {@linkcode NotebookFacts} among the outputs of a cell. */
export const FACTS_TYPE = "application/vnd.wattbook.facts+json";

/** Data that a notebook read. */
export interface DatasetFact {
  readonly name: string;
  /** Digest of the content, hexadecimal. */
  readonly digest: string;
}

/** What the cells of a notebook reported. */
export interface NotebookFacts {
  /** Key figures by name: letters, digits, spaces and `_ - . : /`, as MLflow's metrics. */
  readonly figures: Readonly<Record<string, number>>;
  readonly datasets: readonly DatasetFact[];
}

const facts = z.object({
  figures: z.record(z.string().regex(/^[\w\-. :/]{1,250}$/), z.number()).default({}),
  datasets: z.array(z.object({ name: z.string().min(1), digest: z.string().min(1) })).default([]),
});

/**
 * All that the cells reported: of a figure the last value, of data each digest once.
 *
 * @throws {TypeError} When a report is not of the known form: names the cell.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const data = { [FACTS_TYPE]: { figures: { roc_auc: 0.75 } } };
 * const output = { output_type: "display_data", data, metadata: {} } as const;
 * const cell = { cell_type: "code", id: "a", metadata: {}, source: "", outputs: [output] } as const;
 * const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
 * assert.deepEqual(factsOf(notebook), { figures: { roc_auc: 0.75 }, datasets: [] });
 * ```
 */
export function factsOf({ cells }: Notebook): NotebookFacts {
  const reports = cells.flatMap(({ outputs = [] }, index) =>
    outputs.flatMap((output) =>
      "data" in output && FACTS_TYPE in output.data
        ? [parseFacts(output.data[FACTS_TYPE], `cell ${index + 1}`)]
        : []
    )
  );
  const datasets = new Map(
    reports.flatMap(({ datasets }) => datasets).map((one) => [JSON.stringify(one), one]),
  );
  return {
    figures: Object.assign({}, ...reports.map(({ figures }) => figures)),
    datasets: [...datasets.values()],
  };
}

/**
 * Reads one report.
 *
 * @param reporter Who reports, for the error.
 * @throws {TypeError} When it is not of the known form: names the place.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(parseFacts({}, "cell 1"), { figures: {}, datasets: [] });
 * ```
 */
export function parseFacts(report: unknown, reporter: string): NotebookFacts {
  const parsed = facts.safeParse(report);
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0];
  throw new TypeError(`Cannot read what ${reporter} reports at "${path.join(".")}": ${message}`);
}
