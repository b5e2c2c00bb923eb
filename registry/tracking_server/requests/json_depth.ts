/** How deep JSON is nested, told before it is parsed. */

/**
 * The deepest nesting of lists and objects in a JSON text. Parsers and writers call themselves for
 * each level, so a text that is deep enough overflows their stack.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(jsonDepth('{"a":[1,2],"b":"[[["}'), 2);
 * ```
 */
export function jsonDepth(json: string): number {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let i = 0; i < json.length; i++) {
    const sign = json[i];
    if (sign === '"') quoted = !quoted;
    else if (quoted) i += sign === "\\" ? 1 : 0;
    else if (sign === "{" || sign === "[") deepest = Math.max(deepest, ++depth);
    else if (sign === "}" || sign === "]") depth--;
  }
  return deepest;
}
