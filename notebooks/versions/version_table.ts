/** The versions of a notebook, as a table. */
import { markdownTable } from "../../registry/mod.ts";
import type { Version } from "./version.ts";

const SHORT = 8;
const DIGITS = 4;

/**
 * A line for each version, and below why runs failed; digests and ids are cut to what tells them
 * apart and can be typed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(versionTable([]), /^\| when \(UTC\) \| digest /);
 * ```
 */
export function versionTable(versions: readonly Version[]): string {
  const table = markdownTable(
    ["when (UTC)", "digest", "run", "commit", "status", "s:", "parameters", "key figures", "runs:"],
    versions.map((version) => [
      version.startedAt.slice(0, 19).replace("T", " "),
      version.digest.slice(0, SHORT),
      version.runId.slice(0, SHORT),
      version.commit?.slice(0, SHORT) ?? "–",
      version.status,
      version.seconds?.toFixed(1) ?? "–",
      listed(version.params),
      listed(
        Object.fromEntries(
          Object.entries(version.figures)
            .map(([name, value]) => [name, String(Number(value.toPrecision(DIGITS)))]),
        ),
      ),
      String(version.runs.length),
    ]),
  );
  const failures = versions.filter(({ error }) => error !== undefined)
    .map(({ runId, error }) => `${runId.slice(0, SHORT)}: ${error}`);
  return [table, ...(failures.length === 0 ? [] : ["", ...failures])].join("\n");
}

function listed(values: Readonly<Record<string, string>>): string {
  const entries = Object.entries(values).sort(([a], [b]) => a < b ? -1 : 1);
  return entries.map(([name, value]) => `${name}=${value}`).join(" ");
}
