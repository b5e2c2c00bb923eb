/** Which of many members make the best ensemble. */

/**
 * Forward selection (Caruana et al., Ensemble Selection from Libraries of Models, ICML 2004), each
 * member at most once: begins with the best one and adds the one that raises the value most, until
 * none raises it. It looks at members² ensembles at most, and can miss members that are good only
 * together. The more members and the fewer meters the value is of, the more it flatters. The combiner
 * `greedy_selection` learns weights by one ranking of all rows; here the value is the caller's,
 * such as a mean over meters, and a member is in or out.
 *
 * @param members At least one; of equal ensembles the one of earlier members is taken.
 * @param value Of an ensemble; higher is better.
 * @returns In the order in which they were added.
 * @throws {RangeError} When there are no members.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const worth = { a: 1, b: 3, c: -1 };
 * const sum = (members: readonly (keyof typeof worth)[]) =>
 *   members.reduce((total, member) => total + worth[member], 0);
 * assert.deepEqual(selectMembers(["a", "b", "c"], sum), ["b", "a"]);
 * ```
 */
export function selectMembers<Member>(
  members: readonly Member[],
  value: (ensemble: readonly Member[]) => number,
): Member[] {
  if (members.length === 0) {
    throw new RangeError("Cannot select members: expected at least one, got none");
  }
  let [chosen, reached]: [Member[], number] = [[], -Infinity];
  for (;;) {
    const larger = members.filter((member) => !chosen.includes(member))
      .map((member) => [...chosen, member]);
    const values = larger.map(value);
    const highest = Math.max(...values);
    if (chosen.length > 0 && !(highest > reached)) return chosen;
    [chosen, reached] = [larger[values.indexOf(highest)], highest];
  }
}
