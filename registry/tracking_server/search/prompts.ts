/** Prompts, which MLflow keeps as registered models and leaves out of searches of models. */

import type { Comparison } from "./comparison.ts";

const promptTag = "mlflow.prompt.is_prompt";

/** Which of models and prompts a search is about, and what else it asks. */
export interface PromptSearch {
  /** The comparisons that are left. */
  readonly where: readonly Comparison[];
  /** SQL that leaves prompts out, or lets all through. */
  readonly condition: string;
}

/**
 * Splits off what a filter says of prompts. Without a word of them, they are left out.
 *
 * @param table Of tags of models or of versions.
 * @param name SQL of the name of the model, in the row of the resource.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const is = { type: "tag", key: "mlflow.prompt.is_prompt", comparator: "=" } as const;
 * const prompts = promptSearch([{ ...is, value: "true" }], "registered_model_tags", "m.name");
 * assert.equal(prompts.condition, "TRUE");
 * const models = promptSearch([{ ...is, value: "false" }], "registered_model_tags", "m.name");
 * assert.deepEqual(models.where, []);
 * assert.match(models.condition, /^m.name NOT IN/);
 * ```
 */
export function promptSearch(
  comparisons: readonly Comparison[],
  table: "registered_model_tags" | "model_version_tags",
  name: string,
): PromptSearch {
  const said = comparisons.find(isAboutPrompts);
  const value = String(said?.value).toLowerCase();
  const wanted = (said?.comparator === "=" && value === "true") ||
    (said?.comparator === "!=" && value === "false");
  if (wanted) return { where: comparisons, condition: "TRUE" };
  return {
    where: comparisons.filter((comparison) => !isAboutPrompts(comparison)),
    condition:
      `${name} NOT IN (SELECT name FROM ${table} WHERE key = '${promptTag}' AND value = 'true')`,
  };
}

function isAboutPrompts({ type, key }: Comparison): boolean {
  return type === "tag" && key === promptTag;
}
