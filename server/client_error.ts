/** A request that the server answered otherwise than asked. */
import type { Problem } from "./schemas/problem.ts";

/**
 * Thrown by the client for an answer that is an error.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const error = new ClientError("Cannot score readings[0].kwh: expected number", { status: 400 });
 * assert.deepEqual([error.status, error.requestId], [400, undefined]);
 * ```
 */
export class ClientError extends Error {
  override name = "ClientError" as const;
  /** HTTP status; of a stream that breaks off, 500. */
  readonly status: number;
  /** What the server says is wrong; absent where something between said it. */
  readonly problem?: Problem;
  /** Leads to the request in the server's log. */
  readonly requestId?: string;

  /** @param message What the server says, action, rule and current value. */
  constructor(
    message: string,
    { status, problem, requestId }: Pick<ClientError, "status" | "problem" | "requestId">,
  ) {
    super(message);
    this.status = status;
    this.problem = problem;
    this.requestId = requestId;
  }
}

/**
 * The error of an answer, whose body is read.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const error = await clientError(new Response("<h1>Bad Gateway</h1>", { status: 502 }), "GET /ping");
 * assert.equal(error.message, "Cannot GET /ping: answered with status 502");
 * ```
 */
export async function clientError(response: Response, asked: string): Promise<ClientError> {
  const { status, headers } = response;
  const requestId = headers.get("x-request-id") ?? undefined;
  const isProblem = headers.get("content-type")?.startsWith("application/problem+json") ?? false;
  const text = await response.text();
  if (!isProblem) {
    return new ClientError(`Cannot ${asked}: answered with status ${status}`, {
      status,
      requestId,
    });
  }
  const problem: Problem = JSON.parse(text);
  return new ClientError(problem.detail, { status, problem, requestId });
}
