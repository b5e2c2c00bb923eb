/** The one error a tracking server's refusal becomes. */

/**
 * A request that the tracking server refused. A class of its own because callers catch it to
 * tell, by {@link MlflowError.errorCode}, "does not exist yet" from "not allowed".
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const error = new MlflowError("RESOURCE_DOES_NOT_EXIST", 404, "Run with id=1 not found");
 * assert.equal(error.message, "Run with id=1 not found");
 * ```
 */
export class MlflowError extends Error {
  override readonly name = "MlflowError";
  /** MLflow's name of the failure, for example `RESOURCE_ALREADY_EXISTS`. */
  readonly errorCode: string;
  /** HTTP status of the response. */
  readonly status: number;

  /**
   * @param errorCode MLflow's name of the failure.
   * @param status HTTP status of the response.
   * @param message The server's own text.
   */
  constructor(errorCode: string, status: number, message: string) {
    super(message);
    this.errorCode = errorCode;
    this.status = status;
  }
}
