/** Words of TypeScript, as far as declarations of plain values need them. */

/** One word of a source. */
export interface Token {
  readonly kind: "name" | "number" | "string" | "sign";
  /** As written, quotes included. */
  readonly text: string;
  /** Position in the source. */
  readonly at: number;
  /** Whether a line ends before it. */
  readonly startsLine: boolean;
}

const WORDS =
  /(?<space>\s+|\/\/[^\n]*|\/\*[^]*?\*\/)|(?<string>"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'|`(?:\\[^]|[^`\\])*`)|(?<number>\d(?:[eE][+-]|[\w.])*)|(?<name>[\p{L}\w$]+)|(?<sign>=>|[^])/uy;

/**
 * Cuts a source into words and leaves out space and comments. Regular expressions are not known.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(tokensOf("let a = 'b'; // c").map(({ text }) => text), ["let", "a", "=", "'b'", ";"]);
 * ```
 */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let startsLine = true;
  for (const { 0: text, index: at, groups } of source.matchAll(new RegExp(WORDS, "guy"))) {
    const { space, string, number, name } = groups!;
    if (space !== undefined) {
      startsLine ||= space.includes("\n");
      continue;
    }
    const kind = string ? "string" : number ? "number" : name ? "name" : "sign";
    tokens.push({ kind, text, at, startsLine });
    startsLine = false;
  }
  return tokens;
}
