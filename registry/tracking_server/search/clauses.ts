/** The comparisons of a statement, which sqlparse leaves half joined. */

import { isKeyword, type Node } from "./sql_tree.ts";

/** A key, a comparator and a value, or a key and IS NULL or IS NOT NULL. */
export interface Clause {
  /** All of it, as it stands in the filter. */
  readonly text: string;
  readonly parts: readonly Node[];
}

/** A statement in parts. */
export interface Clauses {
  readonly comparisons: readonly Clause[];
  /** What is neither a comparison nor AND, as it stands in the filter. */
  readonly others: readonly string[];
}

/**
 * Finds the comparisons of a statement. MLflow joins those with IN, NOT IN, IS NULL and IS NOT NULL
 * by itself, in its own way: it looks at a key and up to three nodes behind it, then goes on.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { sqlStatements } from "./sql_statement.ts";
 * const [statement] = sqlStatements("a = 1 OR run_id IN ('b')");
 * const { comparisons, others } = clausesOf(statement);
 * assert.deepEqual(comparisons.map(({ text }) => text), ["a = 1", "run_idIN('b')"]);
 * assert.deepEqual(others, ["OR"]);
 * ```
 */
export function clausesOf(statement: readonly Node[]): Clauses {
  const comparisons: Clause[] = [];
  const others: string[] = [];
  for (const joined of joinedNodes(statement.filter(({ kind }) => kind !== "space"))) {
    if (Array.isArray(joined)) {
      comparisons.push({ text: joined.map(({ text }) => text).join(""), parts: joined });
    } else if (joined.kind === "Comparison" && "parts" in joined) {
      const parts = joined.parts.filter(({ kind }) => kind !== "space");
      comparisons.push({ text: joined.text, parts });
    } else if (!isKeyword(joined, "AND")) others.push(joined.text);
  }
  return { comparisons, others };
}

function joinedNodes(nodes: readonly Node[]): (Node | Node[])[] {
  const joined: (Node | Node[])[] = [];
  for (let i = 0; i < nodes.length;) {
    const [first, second, third, fourth] = nodes.slice(i, i + 4);
    if (third === undefined) return [...joined, ...nodes.slice(i)];
    if (first.kind !== "Identifier") {
      joined.push(first);
      i += 1;
    } else if (isKeyword(second, "IN") && third.kind === "Parenthesis") {
      joined.push([first, second, third]);
      i += 3;
    } else if (isKeyword(second, "IS") && isKeyword(third, "NULL")) {
      joined.push([first, { kind: "keyword", text: "IS NULL" }]);
      i += 3;
    } else if (isKeyword(second, "IS") && isKeyword(third, "NOT NULL")) {
      joined.push([first, { kind: "keyword", text: "IS NOT NULL" }]);
      i += 3;
    } else if (
      isKeyword(second, "NOT") && isKeyword(third, "IN") && fourth?.kind === "Parenthesis"
    ) {
      joined.push([first, { kind: "keyword", text: "NOT IN" }, fourth]);
      i += 4;
    } else {
      joined.push(...nodes.slice(i, i + 4));
      i += 4;
    }
  }
  return joined;
}
