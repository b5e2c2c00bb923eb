/** Keys and values of comparisons, as MLflow takes them from the words of a filter. */

import { TrackingError } from "../tracking_error.ts";
import { listLiteral } from "./list_literal.ts";
import type { Clause } from "./clauses.ts";
import type { Node } from "./sql_tree.ts";

/**
 * The three parts of a comparison, or its two with IS NULL and IS NOT NULL.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it does not begin with a key, or holds a
 * comment.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { clausesOf } from "./clauses.ts";
 * import { sqlStatements } from "./sql_statement.ts";
 * const [clause] = clausesOf(sqlStatements("name = 'a'")[0]).comparisons;
 * assert.deepEqual(partsOf(clause).map(({ text }) => text), ["name", "=", "'a'"]);
 * ```
 */
export function partsOf({ parts }: Clause): readonly Node[] {
  const isNull = parts.length === 2 && parts[1].text.startsWith("IS N");
  if (parts.length !== 3 && !isNull) {
    throw invalid(`Invalid comparison clause. Expected 3 tokens found ${parts.length}`);
  }
  if (parts[0].kind === "Identifier") return parts;
  throw invalid(`Invalid comparison clause. Expected 'Identifier' found '${parts[0].text}'`);
}

/**
 * The entity and the key that an identifier names; without a dot, there is no entity.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(splitIdentifier("tags.a.b"), ["tags", "a.b"]);
 * assert.deepEqual(splitIdentifier("name"), [undefined, "name"]);
 * ```
 */
export function splitIdentifier(identifier: string): [entity: string | undefined, key: string] {
  const dot = identifier.indexOf(".");
  return dot < 0 ? [undefined, identifier] : [identifier.slice(0, dot), identifier.slice(dot + 1)];
}

/**
 * A key without its quotes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(["`a b`", '"a"', "'a'", "a"].map(plainKey), ["a b", "a", "a", "a"]);
 * ```
 */
export function plainKey(key: string): string {
  return withoutBackticks(withoutQuotes(key) ?? key);
}

/**
 * A name without its backticks.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(withoutBackticks("`tags`"), "tags");
 * ```
 */
export function withoutBackticks(name: string): string {
  return /^`[^]*`$/.test(name) && name.length > 1 ? name.slice(1, -1) : name;
}

/**
 * The text between quotes.
 *
 * @param kind What the message calls that which the text is compared with.
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when there are no quotes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(quotedText({ kind: "single", text: "'a'" }, "tag"), "a");
 * assert.throws(() => quotedText({ kind: "integer", text: "1" }, "tag"), /Expected a quoted/);
 * ```
 */
export function quotedText(value: Node, kind: "tag" | "parameter"): string {
  if (value.kind === "single" || value.kind === "Identifier") return strictText(value.text);
  throw invalid(
    `Expected a quoted string value for ${kind} (e.g. 'my-value'). Got value ${value.text}`,
  );
}

/**
 * The text between quotes, which must be there.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when they are not.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.throws(() => strictText("grid"), /Parameter value is either not quoted/);
 * ```
 */
export function strictText(text: string): string {
  const plain = withoutQuotes(text);
  if (plain !== undefined) return plain;
  throw invalid(
    `Parameter value is either not quoted or unidentified quote types used for string value ${text}. Use either single or double quotes.`,
  );
}

/**
 * The texts of a list. MLflow drops those without a lower-case letter, or with an upper-case one.
 *
 * @throws {TrackingError} `INVALID_PARAMETER_VALUE` when it is no list of texts.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(textsOfList("('a', 'B', '1')"), ["a"]);
 * ```
 */
export function textsOfList(text: string): string[] {
  return listLiteral(text).filter((item) => item === item.toLowerCase() && /\p{Ll}/u.test(item));
}

/**
 * Names as Python shows a set of them, in the order of their letters.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(setOf(["b", "a"]), "{'a', 'b'}");
 * ```
 */
export function setOf(names: readonly string[]): string {
  return `{${names.map((name) => `'${name}'`).sort().join(", ")}}`;
}

/**
 * The refusal of a filter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(invalid("No").errorCode, "INVALID_PARAMETER_VALUE");
 * ```
 */
export function invalid(message: string): TrackingError {
  return new TrackingError("INVALID_PARAMETER_VALUE", message);
}

function withoutQuotes(text: string): string | undefined {
  return /^(['"])[^]*\1$/.test(text) && text.length > 1 ? text.slice(1, -1) : undefined;
}
