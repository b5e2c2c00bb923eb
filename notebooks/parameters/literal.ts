/** Values written out in TypeScript. */
import { type Token, tokensOf } from "./tokens.ts";

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | {
  readonly [key: string]: Json;
};

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/**
 * The value of a literal: a text without `${}`, a number, `true`, `false`, `null`, or a list or an
 * object of literals; with or without `as const` behind it.
 *
 * @returns `undefined` for anything that has to be computed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(readLiteral("{ meters: ['a', 'b'], days: 1_000, }"), { meters: ["a", "b"], days: 1000 });
 * assert.equal(readLiteral("a + 1"), undefined);
 * ```
 */
export function readLiteral(text: string): Json | undefined {
  const tokens = tokensOf(text.replace(/\s+as\s+const$/, ""));
  const read = valueAt(tokens, 0);
  return read !== undefined && read.end === tokens.length ? read.value : undefined;
}

interface Read<T> {
  readonly value: T;
  readonly end: number;
}

function valueAt(tokens: readonly Token[], at: number): Read<Json> | undefined {
  const token = tokens[at];
  switch (token?.text) {
    case "[":
      return membersAt(tokens, at + 1, "]", valueAt);
    case "{": {
      const members = membersAt(tokens, at + 1, "}", memberAt);
      return members && { value: Object.fromEntries(members.value), end: members.end };
    }
    case "-": {
      const read = valueAt(tokens, at + 1);
      return typeof read?.value === "number" ? { value: -read.value, end: read.end } : undefined;
    }
    case "true":
    case "false":
    case "null":
      return { value: JSON.parse(token.text), end: at + 1 };
  }
  if (token?.kind === "number") {
    const value = Number(token.text.replaceAll("_", ""));
    return Number.isNaN(value) ? undefined : { value, end: at + 1 };
  }
  if (token?.kind !== "string" || /^`.*(?<!\\)\$\{/s.test(token.text)) return undefined;
  return { value: unquoted(token.text), end: at + 1 };
}

function memberAt(tokens: readonly Token[], at: number): Read<[string, Json]> | undefined {
  const { kind, text } = tokens[at];
  if (kind === "sign" || tokens[at + 1]?.text !== ":") return undefined;
  const read = valueAt(tokens, at + 2);
  return read && { value: [kind === "string" ? unquoted(text) : text, read.value], end: read.end };
}

/** Values with commas between them, and one behind the last where wished. */
function membersAt<T>(
  tokens: readonly Token[],
  from: number,
  closing: string,
  readAt: (tokens: readonly Token[], at: number) => Read<T> | undefined,
): Read<T[]> | undefined {
  const value: T[] = [];
  for (let at = from; at < tokens.length;) {
    if (tokens[at].text === closing) return { value, end: at + 1 };
    const read = readAt(tokens, at);
    if (read === undefined) return undefined;
    value.push(read.value);
    const next = tokens[read.end]?.text;
    if (next !== "," && next !== closing) return undefined;
    at = next === "," ? read.end + 1 : read.end;
  }
  return undefined;
}

function unquoted(text: string): string {
  return text.slice(1, -1).replace(
    /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|\n|([^]))/g,
    (_, ...groups: (string | undefined)[]) => {
      const code = groups[0] ?? groups[1] ?? groups[2];
      if (code !== undefined) return String.fromCodePoint(parseInt(code, 16));
      const character = groups[3];
      return character === undefined ? "" : ESCAPES[character] ?? character;
    },
  );
}
