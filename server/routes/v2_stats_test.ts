import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

Deno.test("GET /v2/models/:model/stats counts rows, answers and failures of loaded versions", async () => {
  await using deps = await hostelDeps();
  const app = createApp(deps);
  const infer = async (values: readonly number[]) => {
    const tensor = { name: "features", datatype: "FP32", shape: [values.length / 2, 2] };
    const { status } = await app.request("/v2/models/energy-anomaly/infer", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ inputs: [{ ...tensor, data: values }] }),
    });
    return status;
  };
  assert.deepEqual([await infer([0, 1, 0, 2]), await infer([0, 3]), await infer([5])], [
    200,
    200,
    400,
  ]);
  const paths = ["stats", "energy-anomaly/stats", "energy-anomaly/versions/3/stats"];
  for (const path of paths) {
    const { model_stats: [stats, ...others] } = await (await app.request(`/v2/models/${path}`))
      .json();
    assert.deepEqual([stats.name, stats.version, stats.inference_count, others], [
      "energy-anomaly",
      "3",
      3,
      [],
    ]);
    const { success, fail, queue } = stats.inference_stats;
    assert.deepEqual([success.count, fail.count, queue.count], [2, 1, 2]);
  }
  assert.deepEqual(await (await app.request("/v2/models/energy-anomaly/versions/9/stats")).json(), {
    error: 'Cannot find model "energy-anomaly" version 9: loaded are energy-anomaly/3',
  });
});
