/** A logged number as it stands in the server's JSON, and as plain data. */

import { z } from "zod";
import { double, exactInt64, int64 } from "./wire.ts";

/** One logged number. */
export interface Metric {
  readonly key: string;
  /** NaN and the infinities are allowed; servers keep an infinity as the largest double. */
  readonly value: number;
  /** Epoch milliseconds, UTC. */
  readonly timestamp: number;
  /** Any int64, a bigint beyond ±2^53; 0 where there are no steps. */
  readonly step: number | bigint;
  /** The logged model that was measured. */
  readonly modelId?: string;
  /** The data set that it was measured on. */
  readonly dataset?: { readonly name: string; readonly digest: string };
}

/** Reads a metric from the server's JSON. */
export const metric: z.ZodType<Metric> = z.object({
  key: z.string(),
  value: double,
  timestamp: int64,
  step: exactInt64.default(0),
  model_id: z.string().default(""),
  dataset_name: z.string().default(""),
  dataset_digest: z.string().default(""),
}).transform(({ model_id, dataset_name, dataset_digest, ...own }) => ({
  ...own,
  ...(model_id === "" ? {} : { modelId: model_id }),
  ...(dataset_name === "" ? {} : { dataset: { name: dataset_name, digest: dataset_digest } }),
}));

/**
 * A metric as the server's JSON has it.
 *
 * @throws {RangeError} When its step or timestamp is not a whole number, or one that may have been
 * rounded.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const json = metricJson({ key: "auc", value: 0.9, timestamp: 0, step: 2, modelId: "m-1" });
 * assert.deepEqual(json, { key: "auc", value: 0.9, timestamp: 0, step: 2, model_id: "m-1" });
 * ```
 */
export function metricJson({ modelId, dataset, ...own }: Metric): object {
  for (const part of ["step", "timestamp"] as const) requireExact(own.key, part, own[part]);
  return {
    ...own,
    ...(modelId === undefined ? {} : { model_id: modelId }),
    ...(dataset === undefined ? {} : {
      dataset_name: dataset.name,
      dataset_digest: dataset.digest,
    }),
  };
}

function requireExact(key: string, part: string, value: number | bigint): void {
  if (typeof value === "bigint" || Number.isSafeInteger(value)) return;
  throw new RangeError(
    `Cannot log the metric "${key}": expected a ${part} that is a whole number within ±2^53 or a bigint, got ${value}`,
  );
}
