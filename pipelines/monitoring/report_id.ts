/** Names of stored reports: they sort by time and are safe as names of files. */
import { createHash } from "node:crypto";

const FORM = /^\d{8}T\d{9}Z-[0-9a-f]{8}$/;

/**
 * The id of a report: when it was made, and a digest of what it is about.
 *
 * @param created ISO 8601, UTC.
 * @param about Plain data.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const id = reportId("2024-08-01T09:30:00.000Z", { dataset: "hostel" });
 * assert.match(id, /^20240801T093000000Z-[0-9a-f]{8}$/);
 * ```
 */
export function reportId(created: string, about: unknown): string {
  const digest = createHash("sha256").update(JSON.stringify(about)).digest("hex");
  return `${created.replaceAll(/[-:.]/g, "")}-${digest.slice(0, 8)}`;
}

/**
 * Whether a text has the form of an id.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(isReportId("20240801T093000000Z-00c0ffee"));
 * assert.ok(!isReportId("../20240801T093000000Z-00c0ffee"));
 * ```
 */
export function isReportId(text: string): boolean {
  return FORM.test(text);
}
