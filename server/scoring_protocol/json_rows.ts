/** The JSON body of a scoring request. */
import type { Matrix } from "../../models/mod.ts";
import { RequestError } from "../request_error.ts";
import { isRecord, shown } from "./cell.ts";
import { inputForms } from "./mod.ts";
import { parsePythonJson } from "./python_json.ts";
import { SignatureError } from "./signature_error.ts";

/** A body with one of them is for a language model: MLflow gives it whole to the model. */
const LANGUAGE_MODEL_KEYS = ["messages", "prompt", "input"] as const;

/**
 * The rows of a JSON body, which holds exactly one of the input forms. As in MLflow, `params` are
 * left unread, as our models declare none, and so are keys that the protocol does not know.
 *
 * @param text The body.
 * @param columns The model's columns.
 * @throws {SignatureError} When columns are missing.
 * @throws {RequestError} 400 when the body is not JSON, has not exactly one form, or a value cannot
 * be read.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...jsonToMatrix('{"inputs": {"hour": [7]}}', ["hour"]).values], [7]);
 * ```
 */
export function jsonToMatrix(text: string, columns: readonly string[]): Matrix {
  const body = parsePythonJson(text);
  if (!isRecord(body)) {
    throw new RequestError(400, `Cannot score the body: expected an object, got ${shown(body)}`);
  }
  const foreign = LANGUAGE_MODEL_KEYS.find((key) => Object.hasOwn(body, key));
  if (foreign !== undefined) {
    throw new SignatureError(foreign, "expected features, got what a language model takes");
  }
  const forms = inputForms.filter((form) => Object.hasOwn(body, form.key));
  if (forms.length !== 1) {
    const known = inputForms.map((form) => form.key).join(", ");
    const got = Object.keys(body).slice(0, 8).map((key) => key.slice(0, 40)).join(", ");
    throw new RequestError(
      400,
      `Cannot score the body: expected exactly one of ${known}, got [${got}]`,
    );
  }
  return forms[0].toMatrix(body[forms[0].key], columns);
}
