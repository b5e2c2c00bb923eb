/** The JSON body of a scoring request. */
import type { Matrix } from "../../models/mod.ts";
import { parseJson } from "../json_text.ts";
import { RequestError } from "../request_error.ts";
import { shown } from "./cell.ts";
import { inputForms } from "./mod.ts";

/** Part of the protocol, for models that declare parameters; ours takes none. */
const PARAMS = "params";

/**
 * The rows of a JSON body, which holds exactly one of the input forms.
 *
 * @param text The body.
 * @param columns The model's columns.
 * @throws {RequestError} 400 when the body is not JSON, has not exactly one form, gives params or
 * another key, or a value cannot be read.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...jsonToMatrix('{"inputs": {"hour": [7]}}', ["hour"]).values], [7]);
 * ```
 */
export function jsonToMatrix(text: string, columns: readonly string[]): Matrix {
  const body = parseJson(text);
  if (body === null || typeof body !== "object" || Array.isArray(body)) {
    throw new RequestError(400, `Cannot score the body: expected an object, got ${shown(body)}`);
  }
  const sent: Readonly<Record<string, unknown>> = { ...body };
  const keys = Object.keys(sent);
  const forms = inputForms.filter((form) => Object.hasOwn(sent, form.key));
  if (forms.length !== 1) {
    throw new RequestError(
      400,
      `Cannot score the body: expected exactly one of ${
        inputForms.map((form) => form.key).join(", ")
      }, got [${keys.slice(0, 8).join(", ")}]`,
    );
  }
  refuseOtherKeys(keys.filter((key) => key !== forms[0].key), sent[PARAMS]);
  return forms[0].toMatrix(sent[forms[0].key], columns);
}

function refuseOtherKeys(keys: readonly string[], params: unknown): void {
  for (const key of keys) {
    const emptyParams = key === PARAMS &&
      (params === null || (typeof params === "object" && Object.keys(params ?? {}).length === 0));
    if (emptyParams) continue;
    const message = key === PARAMS
      ? "the model takes no parameters"
      : "the key is unknown to the protocol";
    throw new RequestError(400, `Cannot score the body: cannot take ${shown(key)}, ${message}`, [
      { field: key, message },
    ]);
  }
}
