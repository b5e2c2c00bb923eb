/** A logged model as it stands in the server's JSON, and as plain data. */

import { z } from "zod";
import { type Metric, metric } from "./metric.ts";
import { int64, pairs } from "./wire.ts";

/** Whether a logged model's artifacts are complete. */
export type LoggedModelStatus = "PENDING" | "READY" | "UPLOAD_FAILED";

/** A trained model and where its artifacts lie. */
export interface LoggedModel {
  /** `m-` and 32 hexadecimal digits. */
  readonly modelId: string;
  readonly experimentId: string;
  readonly name: string;
  readonly modelType: string;
  /** The run that trained it. */
  readonly sourceRunId: string;
  readonly status: LoggedModelStatus;
  /** URI under which its artifacts lie. */
  readonly artifactUri: string;
  /** Epoch milliseconds, UTC. */
  readonly creationTime: number;
  /** Epoch milliseconds, UTC. */
  readonly lastUpdateTime: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  /** What was measured of it; of each key, data set and run the latest value. */
  readonly metrics: readonly Metric[];
}

/** A status as the server's JSON has it. */
export const wireStatus = {
  PENDING: "LOGGED_MODEL_PENDING",
  READY: "LOGGED_MODEL_READY",
  UPLOAD_FAILED: "LOGGED_MODEL_UPLOAD_FAILED",
} as const;

const status: z.ZodType<LoggedModelStatus> = z.enum(Object.values(wireStatus))
  .transform((name) => name.replace("LOGGED_MODEL_", "") as LoggedModelStatus);

/** Reads a logged model from the server's JSON. */
export const loggedModel: z.ZodType<LoggedModel> = z.object({
  info: z.object({
    model_id: z.string(),
    experiment_id: z.string(),
    name: z.string(),
    model_type: z.string().default(""),
    source_run_id: z.string().default(""),
    status,
    artifact_uri: z.string(),
    creation_timestamp_ms: int64,
    last_updated_timestamp_ms: int64,
    tags: pairs,
  }),
  data: z.object({ params: pairs, metrics: z.array(metric).default([]) })
    .default({ params: {}, metrics: [] }),
}).transform(({ info, data }) => ({
  modelId: info.model_id,
  experimentId: info.experiment_id,
  name: info.name,
  modelType: info.model_type,
  sourceRunId: info.source_run_id,
  status: info.status,
  artifactUri: info.artifact_uri,
  creationTime: info.creation_timestamp_ms,
  lastUpdateTime: info.last_updated_timestamp_ms,
  tags: info.tags,
  params: data.params,
  metrics: data.metrics,
}));
