/** Tokens of pages of logged models, which belong to one search. */

import { isRecord } from "../requests/parameters.ts";
import { type Json, pythonJson } from "../requests/python_json.ts";
import { parsePythonJson } from "../requests/python_values.ts";
import { pythonRepr } from "../requests/python_repr.ts";
import { invalid } from "./filter_values.ts";

/** What a token belongs to. */
export interface ModelSearch {
  readonly experiment_ids: readonly string[];
  readonly filter_string: string | null;
  readonly order_by: readonly { readonly [key: string]: Json }[] | null;
}

const parts = [
  ["experiment_ids", "Experiment IDs", "experiment IDs"],
  ["filter_string", "Filter string", "filter string"],
  ["order_by", "Order by", "order by"],
] as const;

/**
 * The token of the page that starts at an offset.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const search = { experiment_ids: ["1"], filter_string: null, order_by: null };
 * assert.equal(modelTokenOffset(modelPageToken(search, 5), search), 5);
 * ```
 */
export function modelPageToken(search: ModelSearch, offset: number): string {
  return btoa(pythonJson({ ...search, offset }));
}

/**
 * The offset of a page; an empty token is that of the first one.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when the token is none, or of another search.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const search = { experiment_ids: ["1"], filter_string: null, order_by: null };
 * assert.throws(() => modelTokenOffset("abc", search), /Invalid page token/);
 * ```
 */
export function modelTokenOffset(token: string, search: ModelSearch): number {
  if (token === "") return 0;
  const found = decoded(token);
  for (const [name, title, words] of parts) {
    const [expected, got] = [search[name], found[name] ?? null];
    if (JSON.stringify(expected) === JSON.stringify(got)) continue;
    throw invalid(
      `${title} in the page token do${
        name === "experiment_ids" ? "" : "es"
      } not match the requested ${words}. Expected: ${shown(expected)}. Found: ${
        shown(got as Json)
      }`,
    );
  }
  const offset = Number(found.offset ?? 0);
  if (Number.isSafeInteger(offset) && offset >= 0) return offset;
  throw invalid(`Invalid page token: ${token}`);
}

function decoded(token: string): Record<string, unknown> {
  try {
    const bytes = Uint8Array.from(atob(token), (sign) => sign.charCodeAt(0));
    const json = parsePythonJson(new TextDecoder().decode(bytes));
    if (isRecord(json)) return json;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof DOMException)) throw error;
  }
  throw invalid(`Invalid page token: ${token}`);
}

function shown(value: Json): string {
  return typeof value === "string" ? value : pythonRepr(value);
}
