/** What is wrong with a notebook. */

/** One thing that a check found. */
export interface Finding {
  /** `order` and `outputs` are of what is stored and end with an update, the others are of the code. */
  readonly kind: "order" | "types" | "outputs" | "failure";
  /** Position among all cells, from 1; absent where no cell is to blame. */
  readonly cell?: number;
  /** Line of the cell's source, from 1, where one is known. */
  readonly line?: number;
  /** One sentence. */
  readonly message: string;
  /** Lines of expected and got text with their signs, or of code. */
  readonly details?: readonly string[];
}

/**
 * A finding as lines of text.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const place = { kind: "types", cell: 2, line: 3 } as const;
 * const finding = { ...place, message: "Cannot find name", details: ["- 1", "+ 2"] };
 * assert.equal(findingText(finding), "  cell 2, line 3: Cannot find name\n    - 1\n    + 2");
 * ```
 */
export function findingText(
  { cell, line, message, details = [] }: Omit<Finding, "kind">,
): string {
  const place = [
    ...(cell === undefined ? [] : [`cell ${cell}`]),
    ...(line === undefined ? [] : [`line ${line}`]),
  ].join(", ");
  const first = `  ${place === "" ? "" : `${place}: `}${message}`;
  return [first, ...details.map((detail) => `    ${detail}`)].join("\n");
}
