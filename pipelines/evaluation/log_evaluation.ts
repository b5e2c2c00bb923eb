/** Logs an evaluation to MLflow. */
import {
  createRun,
  logBatch,
  logInputs,
  type RegistryClient,
  updateRun,
  uploadArtifact,
} from "../../registry/mod.ts";

/** What is known of an evaluation when it is logged. */
export interface EvaluationFacts {
  readonly experimentId: string;
  readonly dataset: string;
  /** Digest of the data, hexadecimal. */
  readonly datasetDigest: string;
  readonly params: Readonly<Record<string, string>>;
  /** Figures by scorer. */
  readonly scorers: Readonly<Record<string, object>>;
  /** Files by their name. */
  readonly files: Readonly<Record<string, string>>;
  /** Git commit of the code, where known. */
  readonly commit?: string;
}

/**
 * Makes a run of its own for an evaluation: parameters, the dataset, every figure as the metric
 * `<scorer>.<figure>` with the ends of its interval as `<figure>_low` and `<figure>_high`, and the
 * files. A figure without a value is left out.
 *
 * @returns The id of the run.
 * @throws {MlflowError} When the server refuses; the run then stays `RUNNING`.
 */
export async function logEvaluation(
  registry: RegistryClient,
  facts: EvaluationFacts,
  now: () => number,
): Promise<string> {
  const startTime = now();
  const { runId, artifactUri } = await createRun(registry, {
    experimentId: facts.experimentId,
    startTime,
    tags: {
      "wattbook.dataset": facts.dataset,
      "wattbook.dataset_digest": facts.datasetDigest,
      ...(facts.commit === undefined ? {} : { "mlflow.source.git.commit": facts.commit }),
    },
  });
  await logBatch(registry, runId, {
    params: facts.params,
    metrics: Object.entries(facts.scorers)
      .flatMap(([name, figures]) => metricsOf(name, figures))
      .map(([key, value]) => ({ key, value, timestamp: startTime, step: 0 })),
  });
  await logInputs(registry, runId, [{
    name: facts.dataset,
    digest: facts.datasetDigest.slice(0, 32),
    sourceType: "wattbook",
    source: JSON.stringify({ dataset: facts.dataset, digest: facts.datasetDigest }),
    tags: { "mlflow.data.context": "evaluation" },
  }]);
  for (const [path, text] of Object.entries(facts.files)) {
    await uploadArtifact(registry, artifactUri, path, new TextEncoder().encode(text));
  }
  await updateRun(registry, { runId, status: "FINISHED", endTime: now() });
  return runId;
}

/**
 * Figures as metrics.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(metricsOf("iqr", { roc_auc: 0.5, roc_auc_ci: [0.25, null], delay: null }), [
 *   ["iqr.roc_auc", 0.5],
 *   ["iqr.roc_auc_low", 0.25],
 * ]);
 * ```
 */
export function metricsOf(scorer: string, figures: object): [key: string, value: number][] {
  return Object.entries(figures).flatMap(([figure, value]): [string, unknown][] => {
    if (!Array.isArray(value)) return [[`${scorer}.${figure}`, value]];
    const stem = `${scorer}.${figure.replace(/_ci$/, "")}`;
    return [[`${stem}_low`, value[0]], [`${stem}_high`, value[1]]];
  }).filter((entry): entry is [string, number] => typeof entry[1] === "number");
}
