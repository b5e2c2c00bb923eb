/** What the gates found, as a table. */

import type { GateFinding } from "./judge.ts";
import { markdownTable } from "./markdown_table.ts";

/**
 * A line for each finding: gate, what was looked at, what was found and expected, whether it passed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const finding = { gate: "size", subject: "bytes", found: 11, expected: "at most 10", passed: false };
 * assert.match(findingsTable([finding]), /\| size \| bytes \| 11    \| at most 10 \| no     \|$/);
 * ```
 */
export function findingsTable(findings: readonly GateFinding[]): string {
  return markdownTable(
    ["gate", "what", "found", "expected", "passed"],
    findings.map(({ gate, subject, found, expected, passed }) => [
      gate,
      subject,
      `${found}`,
      expected,
      passed ? "yes" : "no",
    ]),
  );
}
