/** Prompts, which MLflow keeps as registered models with tags of its own. */

import type { ReadableDatabase } from "../database.ts";
import type { Pair } from "./pairs.ts";

const promptTag = "mlflow.prompt.is_prompt";
const textTag = "mlflow.prompt.text";
const ownTags = [promptTag, textTag, "_mlflow_prompt_type"];

/**
 * Whether a registered model is a prompt.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { withDatabase } from "./records_fixture.ts";
 * withDatabase((database) => assert.equal(isPrompt(database, "a"), false));
 * ```
 */
export function isPrompt(database: ReadableDatabase, name: string): boolean {
  const tag = database.first<Pair>(
    "SELECT value FROM registered_model_tags WHERE name = ? AND key = ?",
    name,
    promptTag,
  );
  return tag?.value.toLowerCase() === "true";
}

/**
 * Whether a request with these tags makes a prompt: by the key alone, as MLflow has it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(makesPrompt([{ key: "mlflow.prompt.is_prompt", value: "true" }]), true);
 * ```
 */
export function makesPrompt(tags: readonly Pair[]): boolean {
  return tags.some(({ key }) => key === promptTag);
}

/**
 * The text of a prompt version, and those of its tags that are not MLflow's own.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(promptParts([{ key: "mlflow.prompt.text", value: "Hi" }, { key: "a", value: "b" }]), {
 *   template: "Hi",
 *   tags: { a: "b" },
 * });
 * ```
 */
export function promptParts(
  tags: readonly Pair[],
): { template: string | null; tags: Record<string, string> } {
  const own = tags.filter(({ key }) => !ownTags.includes(key));
  return {
    template: tags.findLast(({ key }) => key === textTag)?.value ?? null,
    tags: Object.fromEntries(own.map(({ key, value }) => [key, value])),
  };
}
