/** Where a lake lies. */

/** Name of the file that lists what counts. */
export const MANIFEST = "manifest.json";

/**
 * Refuses a dataset's name that could not name a folder everywhere.
 *
 * @throws {RangeError} When the name is not lower-case letters, digits and single hyphens.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * requireDatasetName("synthetic-hostel");
 * assert.throws(() => requireDatasetName("Hostel A"), RangeError);
 * ```
 */
export function requireDatasetName(dataset: string): void {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(dataset)) {
    throw new RangeError(
      `Cannot name a dataset with other than lower-case letters, digits and single hyphens: current value is ${
        JSON.stringify(dataset)
      }`,
    );
  }
}

/**
 * The folder of a dataset's lake. Every path of a lake is built here, so that a dataset's
 * name never leads out of the home.
 *
 * @throws {RangeError} When {@linkcode requireDatasetName} refuses the name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(lakeFolder("/home", "synthetic-hostel"), "/home/lake/synthetic-hostel");
 * assert.throws(() => lakeFolder("/home", "../other"), RangeError);
 * ```
 */
export function lakeFolder(home: string, dataset: string): string {
  requireDatasetName(dataset);
  return `${home}/lake/${dataset}`;
}
