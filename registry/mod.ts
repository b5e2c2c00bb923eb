/**
 * Everything MLflow: the typed client, model URIs, model packages and promotion. The embedded
 * server is a face of its own, `tracking_server/mod.ts`.
 *
 * @example Log a run
 * ```ts
 * import assert from "node:assert/strict";
 * import { createRun, ensureExperiment, getRun, logBatch } from "./mod.ts";
 * import { openEmbeddedTracking } from "./tracking_server/mod.ts";
 * const home = await Deno.makeTempDir();
 * using tracking = openEmbeddedTracking({ home, now: Date.now });
 * const { client } = tracking;
 * const experimentId = await ensureExperiment(client, "energy");
 * const { runId } = await createRun(client, { experimentId, startTime: Date.now() });
 * await logBatch(client, runId, { params: { trees: "100" } });
 * assert.equal((await getRun(client, runId)).params.trees, "100");
 * ```
 *
 * @module
 */

export * from "./client/mod.ts";
export {
  type ModelReference,
  parseModelUri,
  type ResolvedModel,
  resolveModelUri,
} from "./model_uri.ts";
export { digestTag, sha256 } from "./digest.ts";
export { environmentFiles, type MlmodelFacts, mlmodelYaml } from "./mlmodel.ts";
export { type PackageContents, packageFiles } from "./model_package.ts";
export * from "./promotion/mod.ts";
