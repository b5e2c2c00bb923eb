/** A report for programs. */
import { plainReport } from "../report.ts";
import type { ReportRenderer } from "./renderer.ts";

/** The figures without what is made of them for people. */
export const json: ReportRenderer = {
  extension: "json",
  mediaType: "application/json",
  render: (report) => `${JSON.stringify(plainReport(report), null, 2)}\n`,
};
