/** Text that names runs and models by ids that became others. */

/**
 * Replaces the ids of runs and logged models in a text by those they have now; others stay.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const [before, after] = ["a".repeat(32), "b".repeat(32)];
 * const text = `{"run_id": "${before}", "uuid": "${"c".repeat(32)}"}`;
 * assert.equal(
 *   withNewIds(text, (id) => id === before ? after : undefined),
 *   `{"run_id": "${after}", "uuid": "${"c".repeat(32)}"}`,
 * );
 * ```
 */
export function withNewIds(text: string, newId: (id: string) => string | undefined): string {
  return text.replace(/\b(?:m-)?[0-9a-f]{32}\b/g, (id) => newId(id) ?? id);
}

/**
 * The tags of MLflow's own with the ids of now; what others wrote stays as it is.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const id = "a".repeat(32);
 * assert.deepEqual(tagsWithNewIds({ "mlflow.parentRunId": id, note: id }, () => "r"), {
 *   "mlflow.parentRunId": "r",
 *   note: id,
 * });
 * ```
 */
export function tagsWithNewIds(
  tags: Readonly<Record<string, string>>,
  newId: (id: string) => string | undefined,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tags).map(([key, value]) => [
      key,
      key.startsWith("mlflow.") ? withNewIds(value, newId) : value,
    ]),
  );
}

/**
 * An `MLmodel` file with the ids of now in the fields that tell the run and the model it is of.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const id = `m-${"a".repeat(32)}`;
 * assert.equal(
 *   mlmodelWithNewIds(`artifact_path: models/${id}\nmodel_id: ${id}\n`, () => "m-1"),
 *   `artifact_path: models/${id}\nmodel_id: m-1\n`,
 * );
 * ```
 */
export function mlmodelWithNewIds(
  text: string,
  newId: (id: string) => string | undefined,
): string {
  return text.replace(/^(?:run_id|model_id|model_uuid):.*$/gm, (line) => withNewIds(line, newId));
}
