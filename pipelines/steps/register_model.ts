/** Logs a trained model to MLflow and makes it a version of the registered model. */
import type { ReferenceProfile } from "../../models/mod.ts";
import {
  createLoggedModel,
  createModelVersion,
  createRun,
  digestTag,
  ensureRegisteredModel,
  finalizeLoggedModel,
  logBatch,
  logInputs,
  logOutputs,
  type ModelVersion,
  packageFiles,
  type RegistryClient,
  updateRun,
  uploadArtifact,
} from "../../registry/mod.ts";
import { type FeatureView, leafViews } from "../features/mod.ts";
import type { Evaluation } from "./evaluate.ts";
import { evaluationMetrics } from "./evaluation_metrics.ts";
import { giveAlias, type GivenAlias } from "./give_alias.ts";
import { modelCard } from "./model_card.ts";
import type { TrainedModel } from "./train_model.ts";

/** All that is known of a training when it is logged. */
export interface TrainingFacts {
  /** Experiment that the run is logged to. */
  readonly experimentId: string;
  /** Name of the registered model. */
  readonly name: string;
  readonly dataset: string;
  /** Digest of the data, hexadecimal. */
  readonly datasetDigest: string;
  readonly views: readonly FeatureView[];
  readonly featureVersion: string;
  /** How it was trained; `seed` is among them. */
  readonly params: Readonly<Record<string, string> & { seed: string }>;
  readonly trained: TrainedModel;
  readonly evaluation: Evaluation;
  /** Milliseconds to score a batch of 1000 rows. */
  readonly scoringMs: number;
  readonly profile: ReferenceProfile;
  /** Rows of features that show callers what the model takes. */
  readonly exampleRows: readonly (readonly number[])[];
  /** Why the alias moves, and who or what decided it. */
  readonly reason: string;
  readonly by: string;
  /** Git commit of the code, where known. */
  readonly commit?: string;
}

/** Where a model was registered. */
export interface RegisteredVersion extends GivenAlias {
  readonly runId: string;
  readonly version: string;
}

/**
 * Logs run, metrics, inputs and the model package, registers a version and lets the alias
 * `champion` point to it, or `challenger` where a gate refuses.
 *
 * The version is created only after all its artifacts are stored, and the alias moves last: a
 * process killed in between never leaves a version without its files. It does leave a run that says
 * `RUNNING` for good, as nobody is left to end it, and maybe a logged model that is `PENDING`.
 *
 * @throws {MlflowError} When the registry refuses; the run is then marked as failed.
 * @throws {PromotionRefusedError} When the version is not even fit to be a challenger; as above.
 * @throws {AggregateError} When it refuses that, too: both errors, the first one first.
 */
export async function registerModel(
  registry: RegistryClient,
  facts: TrainingFacts,
  now: () => number,
  onProgress?: (fraction: number) => void,
): Promise<RegisteredVersion> {
  const run = await createRun(registry, {
    experimentId: facts.experimentId,
    startTime: now(),
    tags: {
      "wattbook.dataset": facts.dataset,
      "wattbook.dataset_digest": facts.datasetDigest,
      "wattbook.seed": facts.params.seed,
      "wattbook.feature_view": leafViews(facts.views).map(({ name }) => name).join(","),
      "wattbook.feature_version": facts.featureVersion,
      ...(facts.commit === undefined ? {} : { "mlflow.source.git.commit": facts.commit }),
    },
  });
  try {
    const { version } = await logVersion(registry, run.runId, facts, now, onProgress);
    const { name, reason, by } = facts;
    const given = await giveAlias(registry, { name, version, reason, by }, now);
    await updateRun(registry, { runId: run.runId, status: "FINISHED", endTime: now() });
    return { runId: run.runId, version, ...given };
  } catch (error) {
    await markFailed(registry, run.runId, now(), error);
    throw error;
  }
}

async function markFailed(
  registry: RegistryClient,
  runId: string,
  endTime: number,
  reason: unknown,
): Promise<void> {
  try {
    await updateRun(registry, { runId, status: "FAILED", endTime });
  } catch (error) {
    throw new AggregateError(
      [reason, error],
      `${
        reason instanceof Error ? reason.message : reason
      }; nor could run ${runId} be marked as failed`,
    );
  }
}

async function logVersion(
  registry: RegistryClient,
  runId: string,
  facts: TrainingFacts,
  now: () => number,
  onProgress?: (fraction: number) => void,
): Promise<ModelVersion> {
  const timestamp = now();
  await logBatch(registry, runId, {
    params: facts.params,
    metrics: [
      ...evaluationMetrics(facts.evaluation, facts.trained.parityMaxAbsDiff),
      ["scoring_ms_per_1000_rows", facts.scoringMs] as const,
    ].map(([key, value]) => ({ key, value, timestamp, step: 0 })),
  });
  await logInputs(registry, runId, [{
    name: facts.dataset,
    digest: facts.datasetDigest.slice(0, 32),
    sourceType: "wattbook",
    source: JSON.stringify({ dataset: facts.dataset, digest: facts.datasetDigest }),
    tags: { "mlflow.data.context": "training" },
  }]);
  const model = await createLoggedModel(registry, {
    experimentId: facts.experimentId,
    name: facts.name,
    sourceRunId: runId,
    modelType: "anomaly-detector",
    params: facts.params,
  });
  const files = packageFiles({
    modelId: model.modelId,
    runId,
    createdAt: timestamp,
    onnx: facts.trained.onnx,
    columns: facts.trained.session.columns,
    members: facts.trained.session.members,
    exampleRows: facts.exampleRows,
    views: Object.fromEntries(facts.views.map(({ name, sql }, i) => [`${i + 1}_${name}`, sql])),
    referenceProfile: facts.profile,
    evaluation: facts.evaluation,
    modelCard: modelCard(facts),
  });
  let uploaded = 0;
  for (const [path, bytes] of files) {
    await uploadArtifact(registry, model.artifactUri, path, bytes);
    onProgress?.(++uploaded / files.size);
  }
  await finalizeLoggedModel(registry, model.modelId, "READY");
  await logOutputs(registry, runId, [{ modelId: model.modelId, step: 0 }]);
  await ensureRegisteredModel(registry, facts.name);
  return await createModelVersion(registry, {
    name: facts.name,
    source: `models:/${model.modelId}`,
    runId,
    modelId: model.modelId,
    tags: {
      "wattbook.digest": await digestTag(files),
      "wattbook.dataset_digest": facts.datasetDigest,
    },
  });
}
