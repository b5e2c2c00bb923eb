/** JSON text from outside: parsed, or refused with the place where it stops being JSON. */
import { RequestError } from "./request_error.ts";

/**
 * The value of a JSON text.
 *
 * @param firstLine Number of the text's first line, for messages.
 * @throws {RequestError} 400 with line and column when the text is not JSON (RFC 8259) or nests
 * deeper than 32 levels.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(parseJson('{"kwh": 1.5}'), { kwh: 1.5 });
 * assert.throws(() => parseJson('{"kwh": NaN}'), { message: /line 1, column 9/ });
 * ```
 */
export function parseJson(text: string, firstLine = 1): unknown {
  refuseDeepNesting(text, firstLine);
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(400, `Cannot read the body as JSON: ${firstFault(text, firstLine)}`);
  }
}

/** No body of ours nests deeper than five levels; what walks a value may rely on the stack. */
const MAX_DEPTH = 32;

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Array.from(
  '"\\[]{}',
  (sign) => sign.charCodeAt(0),
);

function refuseDeepNesting(text: string, firstLine: number): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = closingQuote(text, at);
    else if (code === OPEN_LIST || code === OPEN_OBJECT) depth++;
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
    if (depth > MAX_DEPTH) {
      throw new RequestError(
        400,
        `Cannot read the body as JSON: expected at most ${MAX_DEPTH} levels of nesting, got more at ${
          placeOf(text, at, firstLine)
        }`,
      );
    }
  }
}

/** The place of the quote that ends a string, or the end of the text. */
function closingQuote(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at;
  }
  return text.length;
}

// V8 names the place of some faults only, so the text is walked token by token: what may come
// next depends on the innermost open bracket alone.
const TOKEN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|["{}[\],:]/y;
const BLANK = /[ \t\n\r]*/y;
const STRING_STOP = /["\\]|[^ -\uffff]/g;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Expected = "value" | "value or ]" | "key" | "key or }" | ":" | ", or ]" | ", or }" | "end";

function firstFault(text: string, firstLine: number): string {
  const open: ("[" | "{")[] = [];
  let expected: Expected = "value";
  let at = skipBlank(text, 0);
  while (expected !== "end") {
    const end = tokenEnd(text, at);
    const next: Expected | undefined = end === undefined
      ? undefined
      : following(expected, text[at], open);
    if (end === undefined || next === undefined) break;
    at = skipBlank(text, end);
    expected = next;
  }
  return describeFault(text, at, firstLine, expected);
}

function skipBlank(text: string, at: number): number {
  BLANK.lastIndex = at;
  BLANK.exec(text);
  return BLANK.lastIndex;
}

function tokenEnd(text: string, at: number): number | undefined {
  TOKEN.lastIndex = at;
  if (!TOKEN.test(text)) return undefined;
  return text[at] === '"' ? stringEnd(text, at + 1) : TOKEN.lastIndex;
}

/** One regular expression for whole strings overflows its stack on strings of megabytes. */
function stringEnd(text: string, start: number): number | undefined {
  STRING_STOP.lastIndex = start;
  while (STRING_STOP.test(text)) {
    const at = STRING_STOP.lastIndex - 1;
    if (text[at] === '"') return at + 1;
    ESCAPE.lastIndex = at;
    if (!ESCAPE.test(text)) return undefined;
    STRING_STOP.lastIndex = ESCAPE.lastIndex;
  }
  return undefined;
}

/** What may follow a token that starts with `token`; undefined when it may not stand here. */
function following(expected: Expected, token: string, open: ("[" | "{")[]): Expected | undefined {
  const closes = token === "]" || token === "}";
  if (closes && expected.endsWith(` ${token}`)) {
    open.pop();
    return afterValue(open);
  }
  if (expected.startsWith(",")) {
    return token === "," ? (open.at(-1) === "[" ? "value" : "key") : undefined;
  }
  if (expected === ":") return token === ":" ? "value" : undefined;
  if (expected.startsWith("key")) return token === '"' ? ":" : undefined;
  if (token === "[" || token === "{") {
    open.push(token);
    return token === "[" ? "value or ]" : "key or }";
  }
  return closes || token === "," || token === ":" ? undefined : afterValue(open);
}

function afterValue(open: readonly ("[" | "{")[]): Expected {
  if (open.length === 0) return "end";
  return open.at(-1) === "[" ? ", or ]" : ", or }";
}

function describeFault(text: string, at: number, firstLine: number, expected: Expected): string {
  const found = at < text.length ? JSON.stringify(text.slice(at, at + 12)) : "the end";
  return `expected ${expected} at ${placeOf(text, at, firstLine)}, got ${found}`;
}

function placeOf(text: string, at: number, firstLine: number): string {
  const before = text.slice(0, at).split("\n");
  return `line ${firstLine + before.length - 1}, column ${(before.at(-1) ?? "").length + 1}`;
}
