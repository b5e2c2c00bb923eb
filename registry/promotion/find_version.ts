/** Finds a version by what people call it. */

import {
  getModelVersion,
  getModelVersionByAlias,
  type ModelVersion,
  type RegistryClient,
  searchModelVersions,
} from "../client/mod.ts";

/**
 * The version of a model that a number, the id of the run that made it, or else an alias names; the
 * newest where a run made several.
 *
 * @returns Nothing when the id of a run is that of no version's run.
 * @throws {MlflowError} When there is no such number or alias.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openEmbeddedTracking } from "../tracking_server/mod.ts";
 * import { logVersion } from "./logged_version_fixture.ts";
 * using tracking = openEmbeddedTracking({ home: await Deno.makeTempDir(), now: () => 0 });
 * const { name, runId } = await logVersion(tracking.client);
 * assert.equal((await findVersion(tracking.client, name, runId))?.version, "1");
 * ```
 */
export async function findVersion(
  client: RegistryClient,
  name: string,
  word: string,
): Promise<ModelVersion | undefined> {
  if (isRunId(word)) {
    const filter = `name = '${name}' AND run_id = '${word}'`;
    for await (const { version } of searchModelVersions(client, { filter })) {
      // MLflow's search tells no aliases.
      return await getModelVersion(client, { name, version });
    }
    return undefined;
  }
  return /^[1-9]\d*$/.test(word)
    ? await getModelVersion(client, { name, version: word })
    : await getModelVersionByAlias(client, { name, alias: word });
}

/**
 * Whether a word has the form of a run's id.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([isRunId("0".repeat(32)), isRunId("12"), isRunId("champion")], [true, false, false]);
 * ```
 */
export function isRunId(word: string): boolean {
  return /^[0-9a-f]{32}$/.test(word);
}
