/** What the routes of the Open Inference Protocol take and answer. */
import { z } from "zod";

const datatype = z.string().describe("Such as FP32");
const parameters = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const tensor = z.object({
  name: z.string(),
  datatype,
  shape: z.array(z.int()),
  parameters: parameters.optional(),
});
const value = z.union([z.number(), z.boolean()]).nullable().describe("null is missing");
const data = z.union([z.array(value), z.array(z.array(value))])
  .describe("Row-major, flat or nested; absent where binary_data_size tells of bytes");

/** The server: its name, its version and the extensions that it has. */
export const serverMetadataSchema = z.object({
  name: z.string(),
  version: z.string(),
  extensions: z.array(z.string()),
}).meta({ id: "ServerMetadata" });

/** Whether the server lives. */
export const liveSchema = z.object({ live: z.boolean() }).meta({ id: "ServerLive" });

/** Whether the server is ready; the specification calls it `live` here too. */
export const readySchema = z.object({ live: z.boolean(), ready: z.boolean() })
  .meta({ id: "ServerReady" });

/** Whether a model is ready. */
export const modelReadySchema = z.object({ name: z.string(), ready: z.boolean() })
  .meta({ id: "ModelReady" });

/** A model with its tensors. */
export const modelMetadataSchema = z.object({
  name: z.string(),
  versions: z.array(z.string()).describe("Those that are loaded"),
  platform: z.string(),
  inputs: z.array(tensor),
  outputs: z.array(tensor),
}).meta({ id: "ModelMetadata" });

const duration = z.object({
  count: z.int().min(0),
  ns: z.int().min(0).describe("Nanoseconds altogether"),
});

/** What versions have answered. */
export const modelStatisticsSchema = z.object({
  model_stats: z.array(z.object({
    name: z.string(),
    version: z.string(),
    last_inference: z.int().describe("Epoch milliseconds; 0 before the first"),
    inference_count: z.int().min(0).describe("Rows that were scored for senders"),
    execution_count: z.int().min(0).describe("Batches that ran, those for nobody's request too"),
    inference_stats: z.object({
      success: duration,
      fail: duration,
      queue: duration.describe("Waits for a batch"),
      compute_input: duration.describe("Reading the body, making features"),
      compute_infer: duration.describe("Runs of the batches"),
      compute_output: duration.describe("Writing the answer"),
      cache_hit: duration,
      cache_miss: duration,
    }),
    batch_stats: z.array(z.unknown()).describe("Not kept by size"),
  })),
}).meta({ id: "ModelStatistics" });

/** A request for inference. Only named here: it is read without zod, as bodies are large. */
export const inferRequestSchema = z.object({
  id: z.string().optional(),
  parameters: parameters.optional(),
  inputs: z.array(tensor.extend({ data: data.optional() })).length(1),
  outputs: z.array(z.object({ name: z.string(), parameters: parameters.optional() })).optional(),
}).meta({ id: "InferRequest" });

/** The answer to it. */
export const inferResponseSchema = z.object({
  model_name: z.string(),
  model_version: z.string(),
  id: z.string().optional().describe("As it was sent"),
  outputs: z.array(tensor.extend({ data: data.optional() })),
}).meta({ id: "InferResponse" });

/**
 * The versions that are loaded, or were told to be.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const index = [{ name: "energy-anomaly", version: "3", state: "READY", reason: "" }];
 * assert.deepEqual(repositoryIndexSchema.parse(index), index);
 * ```
 */
export const repositoryIndexSchema = z.array(z.object({
  name: z.string(),
  version: z.string().optional(),
  state: z.enum(["READY", "UNAVAILABLE"]),
  reason: z.string().describe("Why it is not ready"),
})).meta({ id: "RepositoryIndex" });

/** Names of a model in a path. */
export const modelPath = z.object({ model: z.string().describe("Name in the registry") });

/** Names of a version in a path. */
export const versionPath = modelPath.extend({
  version: z.string().describe("Version in the registry"),
});
