/** The contract of the ways to write a report: the same report gives the same text. */
import type { Report } from "../report.ts";

/** A way to write a report. */
export interface ReportRenderer {
  /** Ending of the names of its files, unique among the renderers. */
  readonly extension: string;
  readonly mediaType: string;
  /**
   * The report as one text of at most a megabyte, whatever the names in it hold.
   */
  render(report: Report): string;
}
