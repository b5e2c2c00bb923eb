import assert from "node:assert/strict";
import { nthId, withTracking } from "../tracking_fixture.ts";

const dataset = { name: "meters", digest: "d1", source_type: "local", source: "{}" };

Deno.test("/experiments/search-datasets tells each data set once for each of its uses", async () => {
  await withTracking(async (send, app) => {
    for (const run of [1, 2, 3]) {
      await send("POST", "runs/create", {});
      const context = run === 3 ? [] : [{ key: "mlflow.data.context", value: "training" }];
      const datasets = [{ dataset, tags: context }];
      await send("POST", "runs/log-inputs", { run_id: nthId(run), datasets });
    }
    const summary = { experiment_id: "0", name: "meters", digest: "d1" };
    const { json } = await send("POST", "experiments/search-datasets", { experiment_ids: ["0"] });
    assert.deepEqual(
      new Set(json.dataset_summaries as unknown as object[]),
      new Set([{ ...summary, context: "training" }, summary]),
    );
    // The path of MLflow's own definition, which lacks a slash.
    const literal = await app.request("/api/2.0mlflow/experiments/search-datasets", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ experiment_ids: ["7"] }),
    });
    assert.deepEqual([literal.status, await literal.json()], [200, {}]);
  });
});

Deno.test("/experiments/search-datasets bounds the experiments", async () => {
  await withTracking(async (send) => {
    const many = Array.from({ length: 21 }, (_, i) => String(i));
    for (
      const [experiment_ids, message] of [
        [undefined, "must specify at least one experiment_id."],
        [[], "must specify at least one experiment_id."],
        [many, "cannot specify more than 20 experiment_ids. Received 21 experiment_ids."],
      ]
    ) {
      const { status, json } = await send("POST", "experiments/search-datasets", {
        experiment_ids,
      });
      assert.deepEqual([status, json.message], [400, `SearchDatasets request ${message}`]);
    }
  });
});
