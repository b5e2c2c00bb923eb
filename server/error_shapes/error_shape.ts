/** The contract of the error shapes: how a protocol writes a refused request. */
import type { RequestError } from "../request_error.ts";

/**
 * Writes an error as a response with the error's status, which shows its message and names its
 * fields. A failure of ours arrives as a 500 that tells nothing of the inside.
 *
 * @param error What was wrong.
 * @param requestId The id under which the request is known, for the sender to quote.
 */
export type ErrorShape = (error: RequestError, requestId: string) => Response | Promise<Response>;
