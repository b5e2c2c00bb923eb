/** Whoever calls the model sends the columns of the version before. */

import type { Finding, Gate } from "../gate.ts";

/** The gate `signature`: inputs and outputs are those of the version before, or meant to change. */
export const signature: Gate = {
  name: "signature",
  kind: "comparison",
  check({ candidate, holder }, { signatureMayChange }) {
    const own = candidate.signature;
    if (own === undefined) {
      return [{
        subject: "signature in MLmodel",
        found: "not readable",
        expected: "inputs and outputs",
        passed: false,
      }];
    }
    return (["inputs", "outputs"] as const).map((side): Finding => {
      const before = holder?.signature?.[side];
      if (holder === undefined || (before !== undefined && sameList(own[side], before))) {
        const found = `${own[side].length} columns`;
        return { subject: side, found, expected: holder ? "as before" : "any", passed: true };
      }
      return {
        subject: side,
        found: before === undefined
          ? `those of version ${holder.version} not readable`
          : difference(own[side], before),
        expected: signatureMayChange ? "a declared change" : "as before, or a declared change",
        passed: signatureMayChange,
      };
    });
  },
};

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((column, i) => column === b[i]);
}

/** Names what came and went; where nothing did, the order is another. */
function difference(now: readonly string[], before: readonly string[]): string {
  const changes = [
    ...now.filter((column) => !before.includes(column)).map((column) => `+ ${column}`),
    ...before.filter((column) => !now.includes(column)).map((column) => `- ${column}`),
  ];
  return changes.length === 0 ? "another order" : changes.join(", ");
}
