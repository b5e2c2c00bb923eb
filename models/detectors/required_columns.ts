/** Where the columns stand that a detector cannot do without, and where the others. */

import type { Matrix } from "../matrix.ts";

/**
 * The index of each required column, in the order asked for.
 *
 * @param action What cannot be done otherwise, as in "Cannot ‹action›".
 * @throws {RangeError} When a column is lacking.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * const x = matrix(["kwh", "hour", "weekday"], [1, 13, 6]);
 * assert.deepEqual(requiredColumns("fit a calendar", x, ["weekday", "hour"]), [2, 1]);
 * ```
 */
export function requiredColumns(
  action: string,
  { columns }: Pick<Matrix, "columns">,
  required: readonly string[],
): number[] {
  return required.map((name) => {
    const at = columns.indexOf(name);
    if (at < 0) {
      throw new RangeError(
        `Cannot ${action}: expected a column "${name}", got [${columns.join(", ")}]`,
      );
    }
    return at;
  });
}

/**
 * The indices of the columns that are not required, in order: the ones that are judged.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const columns = ["kwh", "hour", "weekday", "change"];
 * assert.deepEqual(otherColumns({ columns }, ["hour", "weekday"]), [0, 3]);
 * ```
 */
export function otherColumns(
  { columns }: Pick<Matrix, "columns">,
  required: readonly string[],
): number[] {
  return Array.from(columns.keys()).filter((j) => !required.includes(columns[j]));
}
