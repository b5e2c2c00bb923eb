/** The best of what was observed. */

/**
 * The observations with the highest values, best first; of equal ones the earlier, and `null` after
 * any value.
 *
 * @param count How many at most.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const [first] = best([{ value: 0.2 }, { value: 0.3 }, { value: null }], 1);
 * assert.equal(first.value, 0.3);
 * ```
 */
export function best<Observed extends { readonly value: number | null }>(
  observations: readonly Observed[],
  count: number,
): Observed[] {
  const worth = ({ value }: Observed) => value ?? -Infinity;
  return observations
    .toSorted((a, b) => worth(a) === worth(b) ? 0 : worth(b) > worth(a) ? 1 : -1)
    .slice(0, count);
}
