import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { type LoggedModelSearch, searchLoggedModels } from "./logged_model_search.ts";
import { createLoggedModel } from "./logged_models.ts";
import { logMetric } from "./metrics.ts";
import { createRun } from "./runs.ts";

Deno.test("searchLoggedModels() yields all pages of what was measured so", async () => {
  await withClient(async (client) => {
    const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
    const dataset = { name: "meters", digest: "d" };
    for (const [name, value] of [["a", 0.7], ["b", 0.9], ["c", 0.8]] as const) {
      const start = { experimentId: "0", name, sourceRunId: runId, params: { kind: name } };
      const { modelId } = await createLoggedModel(client, start);
      await logMetric(client, runId, {
        ...{ key: "auc", value, timestamp: 0, step: 0, modelId },
        ...(name === "c" ? {} : { dataset }),
      });
    }
    const names = async (search: Omit<LoggedModelSearch, "experimentIds">) => {
      const found = searchLoggedModels(client, { experimentIds: ["0"], pageSize: 1, ...search });
      return (await Array.fromAsync(found)).map(({ name }) => name);
    };
    const best = [{ field: "metrics.auc", ascending: false }];
    assert.deepEqual(await names({ orderBy: best }), ["b", "c", "a"]);
    assert.deepEqual(await names({ orderBy: [{ field: "name" }] }), ["a", "b", "c"]);
    assert.deepEqual(await names({ filter: "metrics.auc > 0.75", orderBy: best }), ["b", "c"]);
    const filter = "metrics.auc > 0.75 AND params.kind != 'a'";
    assert.deepEqual(await names({ filter, datasets: [dataset] }), ["b"]);
  });
});
