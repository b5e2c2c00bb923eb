/** YAML whose scalars stay text, as every field says itself what it is. */

import { parseDocument, visit } from "yaml";

/** What a YAML document holds. */
export type YamlValue = string | null | readonly YamlValue[] | {
  readonly [key: string]: YamlValue;
};

/**
 * Reads a YAML document. Readers differ in what a plain `123e45` or `0777` is, an id of digits
 * above all, so every scalar is text, except a plain null.
 *
 * @throws {SyntaxError} When the text is not YAML.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(readYaml("run_id: 123e45\nend_time: null\nname: 'null'"), {
 *   run_id: "123e45",
 *   end_time: null,
 *   name: "null",
 * });
 * ```
 */
export function readYaml(text: string): YamlValue {
  const document = parseDocument(text, { schema: "failsafe", logLevel: "silent" });
  const [error] = document.errors;
  if (error !== undefined) {
    throw new SyntaxError(`Cannot read YAML: ${error.message.split("\n")[0]}`);
  }
  visit(document, {
    Scalar(role, node) {
      const isNull = node.type === "PLAIN" && /^(null|Null|NULL|~|)$/.test(node.source ?? "");
      if (isNull && role !== "key") node.value = null;
    },
  });
  return document.toJS() as YamlValue;
}
