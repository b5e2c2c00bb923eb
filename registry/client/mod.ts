/**
 * A typed client of MLflow's REST interface: one file per resource, verbs as functions that take
 * the client first.
 *
 * @module
 */

export { aliasHistory, type AliasMove } from "./alias_history.ts";
export {
  type AliasKey,
  deleteModelAlias,
  getModelVersionByAlias,
  setModelAlias,
} from "./aliases.ts";
export { downloadArtifact, streamArtifact } from "./artifact_download.ts";
export { uploadArtifact } from "./artifact_upload.ts";
export { type ArtifactEntry, deleteArtifact, listArtifacts } from "./artifacts.ts";
export type { Credentials } from "./authorization.ts";
export { type ClientOptions, createClient, type RegistryClient } from "./client.ts";
export { type DatasetSummary, searchDatasets } from "./datasets.ts";
export type { Experiment } from "./experiment.ts";
export { type ExperimentSearch, searchExperiments } from "./experiment_search.ts";
export { deleteExperimentTag, setExperimentTag } from "./experiment_tags.ts";
export {
  createExperiment,
  deleteExperiment,
  ensureExperiment,
  getExperiment,
  getExperimentByName,
  type NewExperiment,
  renameExperiment,
  restoreExperiment,
} from "./experiments.ts";
export { collectGarbage, type Garbage, type GarbageScope } from "./garbage.ts";
export { type DatasetInput, logInputs, logModelInputs, logOutputs } from "./inputs.ts";
export type { Lifecycle } from "./lifecycle.ts";
export { type Batch, logBatch } from "./log_batch.ts";
export type { LogEntry } from "./log_entries.ts";
export type { LoggedModel, LoggedModelStatus } from "./logged_model.ts";
export {
  type LoggedModelOrder,
  type LoggedModelSearch,
  type MeasuredOn,
  searchLoggedModels,
} from "./logged_model_search.ts";
export { deleteLoggedModelTag, setLoggedModelTags } from "./logged_model_tags.ts";
export {
  createLoggedModel,
  deleteLoggedModel,
  finalizeLoggedModel,
  getLoggedModel,
  logLoggedModelParams,
  type NewLoggedModel,
} from "./logged_models.ts";
export type { Metric } from "./metric.ts";
export { metricHistories, type RunMetric, sampledMetricHistory } from "./metric_histories.ts";
export { metricHistory } from "./metric_history.ts";
export { logMetric } from "./metrics.ts";
export { MlflowError } from "./mlflow_error.ts";
export { latestModelVersions, type ModelStage, transitionModelStage } from "./model_stages.ts";
export type { ModelVersion, VersionKey } from "./model_version.ts";
export { type ModelVersionSearch, searchModelVersions } from "./model_version_search.ts";
export { deleteModelVersionTag, setModelVersionTag } from "./model_version_tags.ts";
export {
  createModelVersion,
  deleteModelVersion,
  getDownloadUri,
  getModelVersion,
  type NewModelVersion,
  updateModelVersion,
} from "./model_versions.ts";
export { logParam } from "./params.ts";
export type { RegisteredModel } from "./registered_model.ts";
export { type RegisteredModelSearch, searchRegisteredModels } from "./registered_model_search.ts";
export { deleteRegisteredModelTag, setRegisteredModelTag } from "./registered_model_tags.ts";
export {
  createRegisteredModel,
  deleteRegisteredModel,
  ensureRegisteredModel,
  getRegisteredModel,
  renameRegisteredModel,
  updateRegisteredModel,
} from "./registered_models.ts";
export type { Run, RunStatus } from "./run.ts";
export { openRunLogger, type RunLogger, type RunLoggerOptions } from "./run_logger.ts";
export { countRuns } from "./run_count.ts";
export { type RunSearch, searchRuns } from "./run_search.ts";
export { deleteRunTag, setRunTag } from "./run_tags.ts";
export { createRun, deleteRun, getRun, type NewRun, restoreRun, updateRun } from "./runs.ts";
export type { SizedStream } from "./sized_stream.ts";
export type { TransferOptions, TransferProgress } from "./transfer_progress.ts";
export { UnwrittenError } from "./unwritten_error.ts";
export type { Webhook, WebhookEvent } from "./webhook.ts";
export {
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhooks,
  type NewWebhook,
  testWebhook,
  updateWebhook,
  type WebhookTest,
} from "./webhooks.ts";
