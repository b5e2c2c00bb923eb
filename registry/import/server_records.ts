/** What a tracking server answers that the client does not read, as an import needs it. */

import { z } from "zod";
import { metric } from "../client/metric.ts";
import { int64, pairs } from "../client/wire.ts";
import type { SourceModelMetric, SourceRun } from "./run_source.ts";

const lifecycle = z.enum(["active", "deleted"]);
const textOrNone = z.string().default("");

const datasetInput = z.object({
  tags: pairs,
  dataset: z.object({
    name: z.string(),
    digest: z.string(),
    source_type: z.string(),
    source: z.string(),
    schema: z.string().optional(),
    profile: z.string().optional(),
  }),
}).transform(({ tags, dataset: { source_type, ...dataset } }) => ({
  ...dataset,
  sourceType: source_type,
  tags,
}));

const modelId = z.object({ model_id: z.string() });

/** A run. */
export const runRecord: z.ZodType<SourceRun> = z.object({
  info: z.object({
    run_id: z.string(),
    experiment_id: z.string(),
    run_name: textOrNone,
    user_id: textOrNone,
    status: z.enum(["RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"]),
    start_time: int64.default(0),
    end_time: int64.optional(),
    lifecycle_stage: lifecycle,
  }),
  data: z.object({
    metrics: z.array(z.object({ key: z.string() })).default([]),
    params: pairs,
    tags: pairs,
  }).default({ metrics: [], params: {}, tags: {} }),
  inputs: z.object({
    dataset_inputs: z.array(datasetInput).default([]),
    model_inputs: z.array(modelId).default([]),
  }).prefault({}),
  outputs: z.object({
    model_outputs: z.array(modelId.extend({ step: int64.default(0) })).default([]),
  }).prefault({}),
}).transform(({ info, data, inputs, outputs }) => ({
  id: info.run_id,
  experimentId: info.experiment_id,
  name: info.run_name,
  userId: info.user_id,
  status: info.status,
  startTime: info.start_time,
  endTime: info.end_time,
  lifecycle: info.lifecycle_stage,
  params: data.params,
  tags: data.tags,
  metricKeys: data.metrics.map(({ key }) => key),
  datasets: inputs.dataset_inputs,
  modelInputs: inputs.model_inputs.map(({ model_id }) => model_id),
  modelOutputs: outputs.model_outputs.map(({ model_id, step }) => ({ modelId: model_id, step })),
}));

/** The metrics of a logged model. */
export const modelMetricsRecord: z.ZodType<SourceModelMetric[]> = z.object({
  data: z.object({
    metrics: z.array(
      z.object({ run_id: textOrNone }).transform(({ run_id }) => ({ runId: run_id })).and(metric)
        .transform(({ modelId: _id, ...rest }) => rest),
    ).default([]),
  }).prefault({}),
}).transform(({ data }) => data.metrics);

/** Files and folders of a run or a model. */
export const fileList: z.ZodType<{ path: string; isFolder: boolean; size: number }[]> = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      is_dir: z.boolean().default(false),
      file_size: int64.default(0),
    }).transform(({ path, is_dir, file_size }) => ({ path, isFolder: is_dir, size: file_size })),
  ).default([]),
}).transform(({ files }) => files);
