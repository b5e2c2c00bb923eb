/** A drift report in one sentence. */
import type { StoredDriftReport } from "./monitoring.ts";

const NAMED = 3;

/**
 * What drifted, in words for people.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { DRIFT_REPORT } from "./drift_fixture.ts";
 * assert.match(driftSummary(DRIFT_REPORT), /^Drift from 2020-04-01 to 2020-05-01: 2 of 3 features/);
 * ```
 */
export function driftSummary(report: StoredDriftReport): string {
  const names = report.columns.filter(({ drifted }) => drifted).map(({ column }) => column);
  const window = `${report.from.slice(0, 10)} to ${report.to.slice(0, 10)}`;
  const most = names.length === 0 ? "" : `, most of all ${names.slice(0, NAMED).join(", ")}`;
  const missing = report.columns.filter(({ missing }) => missing).map(({ column }) => column);
  const gone = missing.length === 0
    ? ""
    : `; went missing: ${missing.slice(0, NAMED).join(", ")}${missing.length > NAMED ? " …" : ""}`;
  return `${report.drift ? "Drift" : "No drift"} from ${window}: ` +
    `${names.length} of ${report.columns.length} features differ from the reference${most}${gone}`;
}
