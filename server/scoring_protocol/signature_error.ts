/** Rows that do not have the columns of the model's signature. */
import { RequestError } from "../request_error.ts";

/**
 * Thrown where a table lacks columns of the model, whatever its values are: MLflow tells such a
 * request from one whose values cannot be read by the error code.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const error = new SignatureError("inputs", 'column "hour" is missing');
 * assert.deepEqual([error.status, error.message], [400, 'Cannot read inputs: column "hour" is missing']);
 * ```
 */
export class SignatureError extends RequestError {
  /**
   * @param field Where the table stands.
   * @param message What it lacks.
   */
  constructor(field: string, message: string) {
    super(400, `Cannot read ${field}: ${message}`, [{ field, message }]);
  }
}
