/** The error of who asks for a report while another is being made. */

/** A report is being made, and there is one at a time. */
export class ReportUnderWayError extends Error {
  override name = "ReportUnderWayError" as const;

  constructor() {
    super("Cannot make a report as another one is being made: wait for it");
  }
}
