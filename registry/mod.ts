/**
 * Everything MLflow: the typed client, model URIs, model packages and promotion. The embedded
 * server is a face of its own, `tracking_server/mod.ts`.
 *
 * @example Log a run
 * ```ts
 * import assert from "node:assert/strict";
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

export {
  type AliasKey,
  deleteModelAlias,
  getModelVersionByAlias,
  setModelAlias,
} from "./client/aliases.ts";
export {
  type ArtifactEntry,
  downloadArtifact,
  listArtifacts,
  streamArtifact,
  uploadArtifact,
} from "./client/artifacts.ts";
export { type ClientOptions, createClient, type RegistryClient } from "./client/client.ts";
export {
  createExperiment,
  deleteExperiment,
  ensureExperiment,
  type Experiment,
  getExperiment,
  getExperimentByName,
  restoreExperiment,
  searchExperiments,
  setExperimentTag,
} from "./client/experiments.ts";
export { type DatasetInput, logInputs, logOutputs } from "./client/inputs.ts";
export { type Batch, logBatch } from "./client/log_batch.ts";
export {
  createLoggedModel,
  finalizeLoggedModel,
  getLoggedModel,
  type LoggedModel,
  type LoggedModelStatus,
  type NewLoggedModel,
  searchLoggedModels,
  setLoggedModelTags,
} from "./client/logged_models.ts";
export { logMetric, type Metric, metricHistory } from "./client/metrics.ts";
export { MlflowError } from "./client/mlflow_error.ts";
export {
  createModelVersion,
  deleteModelVersion,
  getDownloadUri,
  getModelVersion,
  type ModelVersion,
  type NewModelVersion,
  searchModelVersions,
  setModelVersionTag,
  type VersionKey,
} from "./client/model_versions.ts";
export {
  createRegisteredModel,
  deleteRegisteredModel,
  ensureRegisteredModel,
  getRegisteredModel,
  type RegisteredModel,
  searchRegisteredModels,
  setRegisteredModelTag,
} from "./client/registered_models.ts";
export { deleteRunTag, setRunTag } from "./client/run_tags.ts";
export {
  createRun,
  deleteRun,
  getRun,
  type NewRun,
  restoreRun,
  type Run,
  type RunSearch,
  type RunStatus,
  searchRuns,
  updateRun,
} from "./client/runs.ts";
export {
  type ModelReference,
  parseModelUri,
  type ResolvedModel,
  resolveModelUri,
} from "./model_uri.ts";
export { digestTag, sha256 } from "./digest.ts";
export { environmentFiles, type MlmodelFacts, mlmodelYaml } from "./mlmodel.ts";
export { type PackageContents, packageFiles } from "./model_package.ts";
export { promote, type Promotion, type PromotionRequest, promotionsOf } from "./promotion.ts";
