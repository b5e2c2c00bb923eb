/** Stages of versions, which aliases have taken the place of. */

import type { RegistryClient } from "../client/client.ts";
import type { VersionKey } from "../client/model_version.ts";
import { nothing } from "../client/wire.ts";

/**
 * Gives a version the stage that it had.
 *
 * @throws {MlflowError} `ENDPOINT_NOT_FOUND` when the target has no stages.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createClient } from "../client/client.ts";
 * const client = createClient({
 *   baseUrl: "http://127.0.0.1",
 *   fetch: async (request) => {
 *     assert.equal((await request.json()).stage, "Production");
 *     return Response.json({});
 *   },
 * });
 * await setStage(client, { name: "load", version: "1", stage: "Production" });
 * ```
 */
export async function setStage(
  client: RegistryClient,
  version: VersionKey & { readonly stage: string },
): Promise<void> {
  await client.json({
    method: "POST",
    path: "api/2.0/mlflow/model-versions/transition-stage",
    json: { ...version, archive_existing_versions: false },
    repeatable: true,
  }, nothing);
}
