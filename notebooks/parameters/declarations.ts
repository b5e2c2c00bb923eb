/** What a cell declares at its top level. */
import { type Token, tokensOf } from "./tokens.ts";

/** `const name: annotation = initializer`. */
export interface Declaration {
  readonly keyword: "const" | "let" | "var";
  readonly name: string;
  /** The type as written. */
  readonly annotation?: string;
  /** The value as written. */
  readonly initializer?: string;
}

const OPENING = new Set(["(", "[", "{"]);
const CLOSING = new Set([")", "]", "}"]);
/** Words that go on with what stands on the line before. */
const CONTINUING = new Set(["as", "satisfies", "in", "instanceof"]);

/**
 * Reads the variables that TypeScript declares outside of any block, in order; those that it takes
 * apart (`const { a } = b`) do not count.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(readDeclarations('const grain: "hour" | "day" = "hour";'), [
 *   { keyword: "const", name: "grain", annotation: '"hour" | "day"', initializer: '"hour"' },
 * ]);
 * ```
 */
export function readDeclarations(source: string): Declaration[] {
  const tokens = tokensOf(source);
  const declarations: Declaration[] = [];
  let keyword: Declaration["keyword"] | undefined;
  for (let at = 0; at < tokens.length;) {
    const { text } = tokens[at];
    if (text === "const" || text === "let" || text === "var") {
      keyword = text;
      at++;
    } else if (text === "export") {
      at++;
    } else if (keyword !== undefined && tokens[at].kind === "name") {
      const typeEnd = tokens[at + 1]?.text === ":"
        ? endOf(tokens, at + 2, ["=", ";", ","])
        : at + 1;
      const isGiven = tokens[typeEnd]?.text === "=";
      const end = isGiven ? endOf(tokens, typeEnd + 1, [";", ","]) : typeEnd;
      declarations.push({
        keyword,
        name: text,
        annotation: typeEnd > at + 1 ? textOf(source, tokens, at + 2, typeEnd) : undefined,
        initializer: isGiven ? textOf(source, tokens, typeEnd + 1, end) : undefined,
      });
      if (tokens[end]?.text !== ",") keyword = undefined;
      at = tokens[end]?.text === "," || tokens[end]?.text === ";" ? end + 1 : end;
    } else {
      // Anything else, up to the next statement.
      keyword = undefined;
      at = Math.max(endOf(tokens, at, [";"]), at + 1);
    }
  }
  return declarations;
}

/** Where the expression or type that begins at `from` ends: at a sign, or with its line. */
function endOf(tokens: readonly Token[], from: number, signs: readonly string[]): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const { kind, text, startsLine } = tokens[at];
    const isOutside = depth === 0;
    if (isOutside && kind === "sign" && signs.includes(text)) return at;
    if (isOutside && at > from && startsLine && begins(tokens[at]) && ends(tokens[at - 1])) {
      return at;
    }
    if (OPENING.has(text)) depth++;
    if (CLOSING.has(text)) depth--;
  }
  return tokens.length;
}

function begins({ kind, text }: Token): boolean {
  return kind !== "sign" && !CONTINUING.has(text);
}

function ends({ kind, text }: Token): boolean {
  return kind !== "sign" || CLOSING.has(text);
}

function textOf(source: string, tokens: readonly Token[], from: number, to: number): string {
  const last = tokens[to - 1];
  return to > from ? source.slice(tokens[from].at, last.at + last.text.length) : "";
}
