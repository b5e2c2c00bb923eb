import assert from "node:assert/strict";
import type { VersionStatistics } from "../observability/model_statistics.ts";
import { modelStatisticsJson } from "./model_statistics_json.ts";

Deno.test("modelStatisticsJson() writes nanoseconds by Triton's names", () => {
  const statistics: VersionStatistics = {
    model: "energy-anomaly",
    version: "3",
    lastAt: 1_700_000_000_000,
    rows: 3,
    batches: 1,
    durations: {
      success: { count: 1, ms: 2.5 },
      fail: { count: 2, ms: 60 },
      queue: { count: 1, ms: 0.5 },
      input: { count: 1, ms: 0.25 },
      infer: { count: 1, ms: 1 },
      output: { count: 1, ms: 0.125 },
    },
  };
  assert.deepEqual(modelStatisticsJson([statistics]), {
    model_stats: [{
      name: "energy-anomaly",
      version: "3",
      last_inference: 1_700_000_000_000,
      inference_count: 3,
      execution_count: 1,
      inference_stats: {
        success: { count: 1, ns: 2_500_000 },
        fail: { count: 2, ns: 60_000_000 },
        queue: { count: 1, ns: 500_000 },
        compute_input: { count: 1, ns: 250_000 },
        compute_infer: { count: 1, ns: 1_000_000 },
        compute_output: { count: 1, ns: 125_000 },
        cache_hit: { count: 0, ns: 0 },
        cache_miss: { count: 0, ns: 0 },
      },
      batch_stats: [],
    }],
  });
});
