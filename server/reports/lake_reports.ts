/** The monitoring reports of a dataset, as the routes reach them. */
import {
  listReports,
  readLatestReport,
  readReport,
  reportFile,
  type Span,
} from "../../pipelines/monitoring/mod.ts";
import type { ServedModel, StoredReport } from "../deps.ts";
import { ReportUnderWayError } from "./report_under_way_error.ts";

/** Makes and stores a report of a window; gives its id. */
export type ReportMaker = (model: ServedModel, window: Span) => Promise<string>;

/** The stored reports of the dataset that is served. */
export interface Reports {
  /** The ids of the stored reports, the latest first. */
  list(): Promise<readonly string[]>;
  /** A report; null when there is none of this id. */
  read(id: string): Promise<StoredReport | null>;
  /** The last report; null before the first one. */
  latest(): Promise<StoredReport | null>;
  /** The page of a report; null when there is none of this id. */
  page(id: string): Promise<string | null>;
  /**
   * Makes a report of a window for a model, and stores it.
   *
   * @throws {ReportUnderWayError} While another one is being made.
   */
  make(model: ServedModel, window: Span): Promise<StoredReport>;
}

/**
 * The reports of a dataset below a home.
 *
 * @param makeReport Called by one request at a time.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const makeReport = () => Promise.reject(new Error("Not needed"));
 * const reports = lakeReports("/nowhere", "hostel", makeReport);
 * assert.equal(await reports.latest(), null);
 * ```
 */
export function lakeReports(home: string, dataset: string, makeReport: ReportMaker): Reports {
  const read = async (id: string) => await readReport(home, dataset, id) ?? null;
  let isUnderWay = false;
  return {
    read,
    list: () => listReports(home, dataset),
    latest: async () => await readLatestReport(home, dataset) ?? null,
    async page(id) {
      try {
        return await Deno.readTextFile(reportFile(home, dataset, id, "html"));
      } catch (error) {
        if (error instanceof Deno.errors.NotFound) return null;
        throw error;
      }
    },
    async make(model, window) {
      if (isUnderWay) throw new ReportUnderWayError();
      isUnderWay = true;
      try {
        const id = await makeReport(model, window);
        const report = await read(id);
        if (report === null) {
          throw new Error(`Cannot read report ${id} as it was removed since it was made`);
        }
        return report;
      } finally {
        isUnderWay = false;
      }
    },
  };
}
