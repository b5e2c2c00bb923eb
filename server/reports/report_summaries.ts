/** Reports in short, for lists. */
import type { StoredReport } from "../deps.ts";
import type { Reports } from "./lake_reports.ts";

/** A report without its sections. */
export type ReportSummary = Omit<StoredReport, "sections">;

/** Which reports. */
export interface ListOptions {
  /** Most of them. */
  readonly limit: number;
  /** Only those older than the report of this id. */
  readonly before?: string;
}

/**
 * The reports in short, the latest first. One that is removed meanwhile is left out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const none = { list: () => Promise.resolve([]), read: () => Promise.resolve(null) };
 * assert.deepEqual(await reportSummaries(none, { limit: 10 }), []);
 * ```
 */
export async function reportSummaries(
  { list, read }: Pick<Reports, "list" | "read">,
  { limit, before }: ListOptions,
): Promise<ReportSummary[]> {
  const ids = (await list()).filter((id) => before === undefined || id < before);
  const summaries: ReportSummary[] = [];
  for (const id of ids.slice(0, limit)) {
    const report = await read(id);
    if (report === null) continue;
    const { sections: _, ...summary } = report;
    summaries.push(summary);
  }
  return summaries;
}
