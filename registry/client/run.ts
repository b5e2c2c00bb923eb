/** A run as it stands in the server's JSON, and as plain data. */

import { z } from "zod";
import { type Metric, metric } from "./metric.ts";
import { int64, pairs } from "./wire.ts";

/** How far a run has come. */
export type RunStatus = "RUNNING" | "SCHEDULED" | "FINISHED" | "FAILED" | "KILLED";

/** One execution and what it logged. */
export interface Run {
  readonly runId: string;
  readonly runName: string;
  readonly experimentId: string;
  /** Who started it, as the client that did said; empty when it said nothing. */
  readonly userId: string;
  readonly status: RunStatus;
  /** Epoch milliseconds, UTC. */
  readonly startTime?: number;
  /** Epoch milliseconds, UTC; absent while the run goes on. */
  readonly endTime?: number;
  /** URI under which the run's artifacts lie. */
  readonly artifactUri: string;
  readonly lifecycleStage: "active" | "deleted";
  /** The latest value of each metric, by key. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly params: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  /** Ids of the logged models that the run read. */
  readonly modelInputs: readonly string[];
  /** Ids of the logged models that the run produced. */
  readonly modelOutputs: readonly string[];
  /** The data sets that the run read. */
  readonly datasets: readonly { name: string; digest: string; tags: Record<string, string> }[];
}

const statuses = ["RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"] as const;

const info = z.object({
  run_id: z.string(),
  run_name: z.string().default(""),
  user_id: z.string().default(""),
  experiment_id: z.string(),
  status: z.enum(statuses),
  start_time: int64.optional(),
  end_time: int64.optional(),
  artifact_uri: z.string().default(""),
  lifecycle_stage: z.enum(["active", "deleted"]),
});

const data = z.object({ metrics: z.array(metric).default([]), params: pairs, tags: pairs });

const inputs = z.object({
  dataset_inputs: z.array(z.object({
    tags: pairs,
    dataset: z.object({ name: z.string(), digest: z.string() }),
  })).default([]),
  model_inputs: z.array(z.object({ model_id: z.string() })).default([]),
});

const outputs = z.object({
  model_outputs: z.array(z.object({ model_id: z.string() })).default([]),
});

/** Reads a run from the server's JSON. */
export const run: z.ZodType<Run> = z.object({
  info,
  data: data.default({ metrics: [], params: {}, tags: {} }),
  inputs: inputs.default({ dataset_inputs: [], model_inputs: [] }),
  outputs: outputs.default({ model_outputs: [] }),
}).transform((json) => ({
  runId: json.info.run_id,
  runName: json.info.run_name,
  experimentId: json.info.experiment_id,
  userId: json.info.user_id,
  status: json.info.status,
  startTime: json.info.start_time,
  endTime: json.info.end_time,
  artifactUri: json.info.artifact_uri,
  lifecycleStage: json.info.lifecycle_stage,
  metrics: latestValues(json.data.metrics),
  params: json.data.params,
  tags: json.data.tags,
  modelInputs: json.inputs.model_inputs.map((input) => input.model_id),
  modelOutputs: json.outputs.model_outputs.map((output) => output.model_id),
  datasets: json.inputs.dataset_inputs.map(({ dataset, tags }) => ({ ...dataset, tags })),
}));

function latestValues(metrics: readonly Metric[]): Record<string, number> {
  return Object.fromEntries(metrics.map(({ key, value }) => [key, value]));
}
