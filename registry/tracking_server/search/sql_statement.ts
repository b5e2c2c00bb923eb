/** Reading a filter as the statements that sqlparse sees in it. */

import { sqlWords, type Word } from "./sql_lexer.ts";
import { type Node, sqlTree } from "./sql_tree.ts";

/**
 * The statements of a text, which semicolons end; spaces alone are none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(sqlStatements("a = 1; b = 2").length, 2);
 * assert.equal(sqlStatements(" ").length, 0);
 * ```
 */
export function sqlStatements(sql: string): Node[][] {
  const statements: Word[][] = [[]];
  let depth = 0;
  let ended = false;
  for (const word of sqlWords(sql)) {
    if (ended && !/^[^\S\r\n]+$/.test(word.text)) {
      statements.push([]);
      [depth, ended] = [0, false];
    }
    statements[statements.length - 1].push(word);
    if (word.text === "(") depth++;
    if (word.text === ")") depth--;
    if (word.text === ";" && depth <= 0) ended = true;
  }
  return statements.filter((words) => words.some(({ kind }) => kind !== "space")).map(sqlTree);
}
