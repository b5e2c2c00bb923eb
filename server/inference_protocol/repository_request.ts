/** The body of a request of the model repository extension. */
import { badField, RequestError } from "../request_error.ts";
import { utf8Text } from "../request_text.ts";
import { parseJson } from "../json_text.ts";
import { isRecord, shown } from "../scoring_protocol/cell.ts";

/**
 * The object that was sent, or an empty one: clients send no body where they have nothing to say.
 *
 * @throws {RequestError} 400 when it is no JSON object.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(repositoryRequest(new TextEncoder().encode('{"ready":true}')), { ready: true });
 * assert.deepEqual(repositoryRequest(new Uint8Array(0)), {});
 * ```
 */
export function repositoryRequest(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const body = bytes.length === 0 ? {} : parseJson(utf8Text(bytes));
  if (isRecord(body)) return body;
  throw new RequestError(400, `Cannot read the body: expected an object, got ${shown(body)}`);
}

/**
 * The version that is to be loaded or unloaded; undefined where none is named.
 *
 * @param known Parameters that may stand beside `version`.
 * @throws {RequestError} 400 when there are parameters of another kind: Triton loads a model by a
 * configuration or files that are sent, ours are loaded from the registry alone.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(repositoryVersion({ parameters: { version: "3" } }), "3");
 * assert.throws(() => repositoryVersion({ parameters: { config: "{}" } }), /parameters\.config/);
 * ```
 */
export function repositoryVersion(
  { parameters = {} }: Readonly<Record<string, unknown>>,
  known: readonly string[] = [],
): string | undefined {
  if (!isRecord(parameters)) {
    throw badField("parameters", `expected an object, got ${shown(parameters)}`);
  }
  const odd = Object.keys(parameters).find((name) => name !== "version" && !known.includes(name));
  if (odd !== undefined) {
    throw badField(`parameters.${odd.slice(0, 40)}`, "models come from the registry as they are");
  }
  const { version } = parameters;
  if (version === undefined || (typeof version === "string" && version !== "")) return version;
  throw badField("parameters.version", `expected the text of a version, got ${shown(version)}`);
}
