/** What a request may be refused for. */
import type { Operation } from "./operation.ts";

/** Statuses of errors, and what each means. */
export type Refusals = Readonly<Record<number, string>>;

/** Why any request may be refused. */
const ANY_REQUEST: Refusals = {
  400: "The request cannot be read; where single values are at fault, they are named",
  421: "The Host header names a host that the server is not",
  500: "The server failed; the request id leads to the failure in its log",
};
/** Why any body may be refused. */
const ANY_BODY: Refusals = {
  413: "The body is larger than what is read",
  415: "The body is of a media type that is not taken",
  503: "The server is stopping: come again",
};

/**
 * The statuses of errors that a route answers with, and what each means: those of any request, of
 * any body where it takes one, and its own.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { latestDriftReport } from "../routes/latest_drift_report.ts";
 * const statuses = Object.keys(refusalsOf(latestDriftReport.operation));
 * assert.deepEqual(statuses, ["400", "404", "421", "500"]);
 * ```
 */
export function refusalsOf(
  { body, refusals }: Pick<Operation, "body" | "refusals">,
): Refusals {
  return { ...ANY_REQUEST, ...(body === undefined ? {} : ANY_BODY), ...refusals };
}
