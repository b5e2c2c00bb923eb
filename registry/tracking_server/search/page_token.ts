/** Tokens of pages, as MLflow writes and reads them: an offset as JSON in Base64. */

import { parsePythonJson } from "../requests/python_values.ts";
import { isRecord } from "../requests/parameters.ts";
import { pythonRepr } from "../requests/python_repr.ts";
import { TrackingError } from "../tracking_error.ts";

/**
 * The token of the page that starts at an offset; the first page has none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(atob(pageToken(2)), '{"offset": 2}');
 * ```
 */
export function pageToken(offset: number): string {
  return offset === 0 ? "" : btoa(`{"offset": ${offset}}`);
}

/**
 * The offset of a page; an empty token is that of the first one.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when the token is no such token.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(tokenOffset(pageToken(2)), 2);
 * assert.throws(() => tokenOffset("abc"), { message: "Invalid page token, could not base64-decode" });
 * ```
 */
export function tokenOffset(token: string): number {
  if (token === "") return 0;
  const text = decoded(token);
  const json = parsed(text);
  const offset = isRecord(json) ? json.offset : undefined;
  if (isRecord(json) && !offset) throw invalid(`parsed value=${shown(text, json)}`);
  const number = Number(offset);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw invalid(`not stringable ${offset}`);
}

/** Python's decoder skips signs of no Base64. */
function decoded(token: string): string {
  const signs = token.replace(/[^A-Za-z0-9+/=]/g, "");
  const data = signs.replace(/=.*$/, "");
  const padding = (4 - data.length % 4) % 4;
  if (padding < 3 && signs.startsWith(data + "=".repeat(padding))) return atob(data);
  throw invalid("could not base64-decode");
}

function parsed(text: string): unknown {
  try {
    return parsePythonJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw invalid(`decoded value=b${bytesRepr(text)}`);
  }
}

/** Each sign of the text is a byte. */
function bytesRepr(text: string): string {
  return pythonRepr(text).replace(
    /[\x80-\xff]/g,
    (byte) => `\\x${byte.charCodeAt(0).toString(16)}`,
  );
}

function shown(text: string, json: Record<string, unknown>): string {
  return Object.keys(json).length === 0 ? "{}" : text.replaceAll('"', "'");
}

function invalid(what: string): TrackingError {
  return new TrackingError("INVALID_PARAMETER_VALUE", `Invalid page token, ${what}`);
}
