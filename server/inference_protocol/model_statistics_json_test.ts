import assert from "node:assert/strict";
import { countModels } from "../observability/model_statistics.ts";
import { modelStatisticsJson } from "./model_statistics_json.ts";

Deno.test("modelStatisticsJson() writes nanoseconds by Triton's names", () => {
  const statistics = countModels();
  const labels = { model: "energy-anomaly", version: "3" };
  statistics.scored(labels, 3);
  statistics.ran(labels);
  statistics.answered({
    at: 1_700_000_000_000,
    requestId: "r1",
    method: "POST",
    route: "/invocations",
    status: 200,
    ms: 2.5,
    parts: { decode: 0.25, queue: 0.5, run: 1, encode: 0.125 },
    scoredBy: { ...labels, rows: 3 },
  });
  assert.deepEqual(modelStatisticsJson([statistics.of(labels)]), {
    model_stats: [{
      name: "energy-anomaly",
      version: "3",
      last_inference: 1_700_000_000_000,
      inference_count: 3,
      execution_count: 1,
      inference_stats: {
        success: { count: 1, ns: 2_500_000 },
        fail: { count: 0, ns: 0 },
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
