/** Files of a package that may not be there. */

import { downloadArtifact, MlflowError, type RegistryClient } from "../client/mod.ts";

/**
 * The bytes of a file below an artifact URI; nothing when there is no such file.
 *
 * @throws {MlflowError} When the server refuses for another reason.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.equal(await readArtifact(tracking.client, "mlflow-artifacts:/0/r", "a.txt"), undefined);
 * ```
 */
export async function readArtifact(
  client: RegistryClient,
  artifactUri: string,
  path: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await downloadArtifact(client, artifactUri, path);
  } catch (error) {
    if (error instanceof MlflowError && error.errorCode === "RESOURCE_DOES_NOT_EXIST") {
      return undefined;
    }
    throw error;
  }
}

/**
 * What a JSON file of a package holds; nothing when it is not there or not JSON.
 *
 * @throws {MlflowError} When the server refuses for another reason than that there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { uploadArtifact } from "../client/mod.ts";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { client } = tracking;
 * await uploadArtifact(client, "mlflow-artifacts:/0/r", "a.json", new TextEncoder().encode("[1]"));
 * assert.deepEqual(await readJsonArtifact(client, "mlflow-artifacts:/0/r", "a.json"), [1]);
 * ```
 */
export async function readJsonArtifact(
  client: RegistryClient,
  artifactUri: string,
  path: string,
): Promise<unknown> {
  const bytes = await readArtifact(client, artifactUri, path);
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
