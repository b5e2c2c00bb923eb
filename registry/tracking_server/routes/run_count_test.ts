import assert from "node:assert/strict";
import { withTracking } from "../tracking_fixture.ts";

Deno.test("POST runs/count answers a number under both prefixes, and reads filters as the search does", async () => {
  await withTracking(async (send, app) => {
    for (const run_name of ["a", "b"]) {
      await send("POST", "runs/create", { experiment_id: "0", run_name, start_time: 1 });
    }
    for (const api of ["api", "ajax-api"]) {
      const response = await app.request(`/${api}/2.0/wattbook/runs/count`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ experiment_ids: ["0"], filter: "attributes.run_name = 'a'" }),
      });
      assert.deepEqual(await response.json(), { count: 1 });
    }
    // It is no endpoint of MLflow's.
    const { status } = await app.request("/api/2.0/mlflow/runs/count", { method: "POST" });
    assert.equal(status, 404);
  });
});
