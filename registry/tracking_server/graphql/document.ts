/** Reading a GraphQL document, and refusing one that asks for too much. */

import {
  type DocumentNode,
  GraphQLError,
  Kind,
  Lexer,
  parse,
  type SelectionNode,
  type SelectionSetNode,
  Source,
  TokenKind,
} from "graphql";

/** MLflow's limits, which are its server's defaults. */
const most = { depth: 10, selections: 1000, "root fields": 10, aliases: 10 } as const;
// Nothing within those limits comes near these, which keep the parser itself in bounds.
const mostTokens = 20_000;
const mostNested = 100;

/**
 * Parses a document that keeps MLflow's limits: 10 levels, 1000 selections, and in one place
 * 10 fields of the root and 10 aliases. An inline fragment counts as what it holds.
 *
 * @throws {GraphQLError} In MLflow's words when a limit is passed, and when it is no GraphQL.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(readDocument("{ test { output } }").definitions.length, 1);
 * assert.throws(() => readDocument("{"), { message: "Syntax Error: Expected Name, found <EOF>." });
 * ```
 */
export function readDocument(text: string): DocumentNode {
  checkTokens(text);
  const document = parse(text);
  const count = { selections: 0, "root fields": 0, aliases: 0 };
  for (const definition of document.definitions) {
    if ("selectionSet" in definition) walk(definition.selectionSet, 1, count);
  }
  for (const limit of ["root fields", "aliases"] as const) {
    if (count[limit] > most[limit]) {
      throw new GraphQLError(
        `GraphQL queries should have at most ${most[limit]} ${limit}, got ${count[limit]} ${limit}`,
      );
    }
  }
  return document;
}

/** The parser calls itself for each level, so nesting that is deep enough overflows its stack. */
function checkTokens(text: string): void {
  const lexer = new Lexer(new Source(text));
  const opening: string[] = [TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L];
  const closing: string[] = [TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R];
  for (let tokens = 0, nested = 0; lexer.advance().kind !== TokenKind.EOF; tokens++) {
    const { kind } = lexer.token;
    nested += Number(opening.includes(kind)) - Number(closing.includes(kind));
    if (tokens < mostTokens && nested <= mostNested) continue;
    throw new GraphQLError(
      `Cannot read the query: expected at most ${mostTokens} tokens and ${mostNested} levels`,
    );
  }
}

function walk(
  set: SelectionSetNode | undefined,
  depth: number,
  count: { selections: number; "root fields": number; aliases: number },
): void {
  if (set === undefined) return;
  if (depth > most.depth) {
    throw new GraphQLError(`Query exceeds maximum depth of ${most.depth}`);
  }
  const selections = opened(set);
  count.selections += selections.length;
  if (count.selections > most.selections) {
    throw new GraphQLError(`Query exceeds maximum total selections of ${most.selections}`);
  }
  const fields = selections.filter((selection) => selection.kind === Kind.FIELD);
  if (depth === 1) count["root fields"] += fields.length;
  const aliases = fields.filter(({ alias }) => alias !== undefined).length;
  count.aliases = Math.max(count.aliases, aliases);
  for (const { selectionSet } of fields) walk(selectionSet, depth + 1, count);
}

function opened({ selections }: SelectionSetNode): SelectionNode[] {
  return selections.flatMap((selection) =>
    selection.kind === Kind.INLINE_FRAGMENT ? opened(selection.selectionSet) : [selection]
  );
}
