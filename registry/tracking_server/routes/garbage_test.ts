import assert from "node:assert/strict";
import { nthId, withTracking } from "../tracking_fixture.ts";

Deno.test("POST gc tells what went, and refuses two things at once", async () => {
  await withTracking(async (send, app) => {
    const gc = async (json: object) => {
      const response = await app.request("/api/2.0/wattbook/gc", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(json),
      });
      return await response.json();
    };
    await send("POST", "runs/create", { experiment_id: "0", start_time: 1 });
    const run_id = nthId(1);
    await send("POST", "runs/delete", { run_id });
    const none = { logged_models: [], experiments: [], kept: [], artifacts_left: [] };
    assert.deepEqual(await gc({ dry_run: true }), { ...none, runs: [run_id] });
    assert.deepEqual(
      (await gc({ run_id, model_id: "m" })).message,
      "Cannot delete for good: expected at most one of run_id, experiment_id and model_id",
    );
    assert.deepEqual(await gc({ deleted_before: 0 }), { ...none, runs: [] });
    assert.deepEqual(await gc({ run_id }), { ...none, runs: [run_id] });
    assert.equal((await send("GET", `runs/get?run_id=${run_id}`)).status, 404);
    assert.equal((await gc({ run_id })).error_code, "RESOURCE_DOES_NOT_EXIST");
  });
});
