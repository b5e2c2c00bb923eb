/** What the `meta.yaml` files of MLflow's file store say, as schemas. */

import { z } from "zod";

const text = z.string();
const textOrNone = z.string().nullish().transform((value) => value ?? "");
const whole = z.string().regex(/^-?\d+$/, "expected a whole number").transform(Number)
  .pipe(z.int("expected a whole number within ±2^53"));
const lifecycle = z.enum(["active", "deleted"]).default("active");

const runStatuses = ["RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"] as const;
const modelStatuses = ["PENDING", "READY", "UPLOAD_FAILED"] as const;

/** Statuses are kept as numbers from 1 on. */
function numbered<const T extends string>(names: readonly T[]) {
  return whole.pipe(z.int().min(1).max(names.length)).transform((number) => names[number - 1]);
}

/** Of an experiment. */
export const experimentMeta = z.object({
  experiment_id: text,
  name: text,
  lifecycle_stage: lifecycle,
});

/** Of a run. */
export const runMeta = z.object({
  run_id: text.optional(),
  run_uuid: text.optional(),
  experiment_id: text,
  run_name: textOrNone,
  user_id: textOrNone,
  status: numbered(runStatuses).default("RUNNING"),
  start_time: whole,
  end_time: whole.nullish(),
  artifact_uri: textOrNone,
  lifecycle_stage: lifecycle,
});

/** Of a data set. */
export const datasetMeta = z.object({
  name: text,
  digest: text,
  source_type: text,
  source: text,
  schema: text.nullish(),
  profile: text.nullish(),
});

/** Of what a run read. */
export const inputMeta = z.object({
  source_type: z.enum(["DATASET", "MODEL"]),
  source_id: text,
  tags: z.record(text, textOrNone).default({}),
});

/** Of what a run produced. */
export const outputMeta = z.object({ source_id: text, step: whole.default(0) });

/** Of a logged model. */
export const modelMeta = z.object({
  model_id: text,
  experiment_id: text,
  name: text,
  model_type: textOrNone,
  source_run_id: textOrNone,
  status: numbered(modelStatuses),
  artifact_location: textOrNone,
  lifecycle_stage: lifecycle,
});

/** Of a registered model. */
export const registeredModelMeta = z.object({ name: text, description: textOrNone });

/** Of a version of a registered model. */
export const versionMeta = z.object({
  version: whole,
  creation_timestamp: whole,
  description: textOrNone,
  source: textOrNone,
  storage_location: textOrNone,
  run_id: textOrNone,
  model_id: textOrNone,
  current_stage: z.string().nullish().transform((stage) => stage ?? "None"),
});
