/** The contract of the error shapes: how a protocol writes a refused request. */
import type { z } from "zod";
import type { RequestError } from "../request_error.ts";

/** How errors are written. */
export interface ErrorShape {
  /** Media type of what it writes. */
  readonly mediaType: string;
  /** What it writes; its name in the OpenAPI document is the `id` of its metadata. */
  readonly schema: z.ZodType;
  /**
   * Writes an error as a response with the error's status, which shows its message and names its
   * fields. A failure of ours arrives as a 500 that tells nothing of the inside.
   *
   * @param error What was wrong.
   * @param requestId The id under which the request is known, for the sender to quote.
   */
  write(error: RequestError, requestId: string): Response | Promise<Response>;
}
