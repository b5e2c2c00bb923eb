/** The error of a closed network. */

/**
 * Thrown when a file of a dataset is in neither the cache nor the mirror and the origin
 * cannot be reached. Callers catch it to fall back on the synthetic hostel.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const error = new SourceUnreachableError("cambridge-estates", "raw.githubusercontent.com");
 * assert.match(error.message, /WATTBOOK_DATA_MIRROR/);
 * ```
 */
export class SourceUnreachableError extends Error {
  override readonly name = "SourceUnreachableError";

  /**
   * @param dataset The dataset that is not complete.
   * @param host The host of its origin.
   * @param options `cause`: what went wrong last.
   */
  constructor(dataset: string, host: string, options?: ErrorOptions) {
    const reason = options?.cause instanceof Error ? ` (${options.cause.message})` : "";
    super(
      `Cannot reach the files of dataset "${dataset}"${reason}: either set WATTBOOK_DATA_MIRROR=<directory or URL> that holds ${dataset}/, or connect to ${host}`,
      options,
    );
  }
}
