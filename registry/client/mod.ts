/**
 * A typed client of MLflow's REST interface: one file per resource, verbs as functions that take
 * the client first.
 *
 * @module
 */

export {
  type AliasKey,
  deleteModelAlias,
  getModelVersionByAlias,
  setModelAlias,
} from "./aliases.ts";
export {
  type ArtifactEntry,
  downloadArtifact,
  listArtifacts,
  streamArtifact,
  uploadArtifact,
} from "./artifacts.ts";
export { type ClientOptions, createClient, type RegistryClient } from "./client.ts";
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
} from "./experiments.ts";
export { type DatasetInput, logInputs, logOutputs } from "./inputs.ts";
export { type Batch, logBatch } from "./log_batch.ts";
export {
  createLoggedModel,
  finalizeLoggedModel,
  getLoggedModel,
  type LoggedModel,
  type LoggedModelStatus,
  type NewLoggedModel,
  searchLoggedModels,
  setLoggedModelTags,
} from "./logged_models.ts";
export { logMetric, type Metric, metricHistory } from "./metrics.ts";
export { MlflowError } from "./mlflow_error.ts";
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
} from "./model_versions.ts";
export {
  createRegisteredModel,
  deleteRegisteredModel,
  ensureRegisteredModel,
  getRegisteredModel,
  type RegisteredModel,
  searchRegisteredModels,
  setRegisteredModelTag,
} from "./registered_models.ts";
export { deleteRunTag, setRunTag } from "./run_tags.ts";
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
} from "./runs.ts";
