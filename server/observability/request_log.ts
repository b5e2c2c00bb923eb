/** Log lines for programs: one JSON object per request. */
import type { RequestRecord } from "./request_record.ts";

/**
 * A request as one line of JSON, without a line end: `time`, `level`, `request_id`, `method`, `route`,
 * `status`, `ms`, and where there are any `model`, `version`, `rows`, `parts_ms` and `error`. The
 * level is `error` for a failure of ours, `warn` for a request refused or turned away, else `info`.
 * Neither bodies nor headers nor addresses are in it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const line = logLine({
 *   at: Date.UTC(2026, 0, 1),
 *   requestId: "r7",
 *   method: "GET",
 *   route: "/ping",
 *   status: 200,
 *   ms: 0.5,
 *   parts: {},
 * });
 * assert.equal(JSON.parse(line).level, "info");
 * ```
 */
export function logLine(
  { at, requestId, method, route, status, ms, parts, scoredBy, error }: RequestRecord,
): string {
  const line = {
    time: new Date(at).toISOString(),
    level: levelOf(status),
    request_id: requestId,
    method,
    route,
    status,
    ms: rounded(ms),
    ...scoredBy,
    ...(Object.keys(parts).length === 0 ? {} : {
      parts_ms: Object.fromEntries(
        Object.entries(parts).map(([name, value]) => [name, rounded(value)]),
      ),
    }),
    ...(error === undefined ? {} : { error }),
  };
  return JSON.stringify(line);
}

function levelOf(status: number): "error" | "warn" | "info" {
  if (status < 400) return "info";
  return status === 500 ? "error" : "warn";
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
