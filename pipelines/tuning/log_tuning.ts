/** Logs a tuning to MLflow: a run with a nested run for each trial. */
import {
  createRun,
  getRun,
  logBatch,
  logInputs,
  MlflowError,
  type RegistryClient,
  updateRun,
  uploadArtifact,
} from "../../registry/mod.ts";
import { type Trial, trialText } from "./trial.ts";

/** What is known of a tuning before its trials. */
export interface TuningFacts {
  readonly experimentId: string;
  readonly dataset: string;
  /** Digest of the data, hexadecimal. */
  readonly datasetDigest: string;
  readonly params: Readonly<Record<string, string>>;
  /** Git commit of the code, where known. */
  readonly commit?: string;
}

/**
 * Makes the run of a tuning, or goes on with the one of an earlier start.
 *
 * @param earlier Id of the run of an earlier start.
 * @returns The id of the run, which is `RUNNING`; a new one where the server no longer has the
 * earlier one.
 * @throws {MlflowError} When the server refuses.
 */
export async function openTuningRun(
  registry: RegistryClient,
  facts: TuningFacts,
  earlier: string | undefined,
  now: () => number,
): Promise<string> {
  if (earlier !== undefined && await isActive(registry, earlier)) {
    await updateRun(registry, { runId: earlier, status: "RUNNING" });
    return earlier;
  }
  const { runId } = await createRun(registry, {
    experimentId: facts.experimentId,
    startTime: now(),
    tags: {
      "wattbook.dataset": facts.dataset,
      "wattbook.dataset_digest": facts.datasetDigest,
      ...(facts.commit === undefined ? {} : { "mlflow.source.git.commit": facts.commit }),
    },
  });
  await logBatch(registry, runId, { params: facts.params });
  await logInputs(registry, runId, [{
    name: facts.dataset,
    digest: facts.datasetDigest.slice(0, 32),
    sourceType: "wattbook",
    source: JSON.stringify({ dataset: facts.dataset, digest: facts.datasetDigest }),
    tags: { "mlflow.data.context": "tuning" },
  }]);
  return runId;
}

/**
 * Makes a nested run of a trial: its options as parameters, its value as the metric
 * `validation_average_precision`. A refused one is `FAILED` and tells why in a tag.
 *
 * @param number Place of the trial in the tuning, from 0.
 * @throws {MlflowError} When the server refuses.
 */
export async function logTrial(
  registry: RegistryClient,
  { experimentId, parent }: { readonly experimentId: string; readonly parent: string },
  number: number,
  trial: Trial,
  now: () => number,
): Promise<void> {
  const endTime = now();
  const { runId } = await createRun(registry, {
    experimentId,
    runName: `${number} ${trialText(trial)}`,
    startTime: endTime - Math.round(1000 * trial.seconds),
    tags: {
      "mlflow.parentRunId": parent,
      "wattbook.trial": String(number),
      ...(trial.refused === undefined ? {} : { "wattbook.refused": trial.refused }),
    },
  });
  const metrics = { seconds: trial.seconds, validation_average_precision: trial.value };
  await logBatch(registry, runId, {
    params: {
      detector: trial.detector,
      share: String(trial.share),
      ...Object.fromEntries(
        Object.entries(trial.options).map(([name, value]) => [`options.${name}`, String(value)]),
      ),
    },
    metrics: Object.entries(metrics).flatMap(([key, value]) =>
      value === null ? [] : [{ key, value, timestamp: endTime, step: number }]
    ),
  });
  await updateRun(registry, {
    runId,
    status: trial.value === null ? "FAILED" : "FINISHED",
    endTime,
  });
}

/**
 * Ends the run of a tuning with its figures and files.
 *
 * @throws {MlflowError} When the server refuses; the run then stays `RUNNING`.
 */
export async function closeTuningRun(
  registry: RegistryClient,
  runId: string,
  { metrics, files }: {
    readonly metrics: Readonly<Record<string, number>>;
    /** Texts by name. */
    readonly files: Readonly<Record<string, string>>;
  },
  now: () => number,
): Promise<void> {
  const endTime = now();
  await logBatch(registry, runId, {
    metrics: Object.entries(metrics)
      .map(([key, value]) => ({ key, value, timestamp: endTime, step: 0 })),
  });
  const { artifactUri } = await getRun(registry, runId);
  for (const [path, text] of Object.entries(files)) {
    await uploadArtifact(registry, artifactUri, path, new TextEncoder().encode(text));
  }
  await updateRun(registry, { runId, status: "FINISHED", endTime });
}

async function isActive(registry: RegistryClient, runId: string): Promise<boolean> {
  try {
    return (await getRun(registry, runId)).lifecycleStage === "active";
  } catch (error) {
    if (error instanceof MlflowError && error.errorCode === "RESOURCE_DOES_NOT_EXIST") return false;
    throw error;
  }
}
