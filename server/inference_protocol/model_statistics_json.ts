/** The statistics of versions as Triton's statistics extension writes them. */
import type { Duration, VersionStatistics } from "../observability/model_statistics.ts";

const NS_PER_MS = 1e6;

/**
 * Writes statistics.
 *
 * @param versions In the order in which they are listed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { countModels } from "../observability/model_statistics.ts";
 * const version = { model: "energy-anomaly", version: "3" };
 * const { model_stats: [{ inference_count }] } = modelStatisticsJson([countModels().of(version)]);
 * assert.equal(inference_count, 0);
 * ```
 */
export function modelStatisticsJson(versions: readonly VersionStatistics[]) {
  return { model_stats: versions.map(versionJson) };
}

function versionJson({ model, version, lastAt, rows, batches, durations }: VersionStatistics) {
  return {
    name: model,
    version,
    last_inference: lastAt,
    inference_count: rows,
    execution_count: batches,
    inference_stats: {
      success: durationJson(durations.success),
      fail: durationJson(durations.fail),
      queue: durationJson(durations.queue),
      compute_input: durationJson(durations.input),
      compute_infer: durationJson(durations.infer),
      compute_output: durationJson(durations.output),
      // Nothing is cached.
      cache_hit: { count: 0, ns: 0 },
      cache_miss: { count: 0, ns: 0 },
    },
    batch_stats: [],
  };
}

function durationJson({ count, ms }: Duration) {
  return { count, ns: Math.round(ms * NS_PER_MS) };
}
