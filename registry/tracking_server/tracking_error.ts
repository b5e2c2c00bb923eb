/** Refusals, in MLflow's words. */

const statuses = {
  BAD_REQUEST: 400,
  INVALID_PARAMETER_VALUE: 400,
  RESOURCE_ALREADY_EXISTS: 400,
  RESOURCE_DOES_NOT_EXIST: 404,
  INTERNAL_ERROR: 500,
  INVALID_STATE: 500,
  NOT_IMPLEMENTED: 501,
  TEMPORARILY_UNAVAILABLE: 503,
} as const;

/** MLflow's name of a failure. */
export type ErrorCode = keyof typeof statuses;

/**
 * A request that cannot be met. A class of its own because the app turns it, and nothing else,
 * into MLflow's error body. Its texts are MLflow's own where clients compare them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const error = new TrackingError("RESOURCE_DOES_NOT_EXIST", "Run with id=1 not found");
 * assert.equal(error.status, 404);
 * ```
 */
export class TrackingError extends Error {
  override readonly name = "TrackingError";
  /** MLflow's name of the failure. */
  readonly errorCode: ErrorCode;
  /** HTTP status that MLflow gives to this failure. */
  readonly status: number;

  /**
   * @param errorCode MLflow's name of the failure; it decides the status.
   * @param message What the client shows.
   */
  constructor(errorCode: ErrorCode, message: string) {
    super(message);
    this.errorCode = errorCode;
    this.status = statuses[errorCode];
  }
}
