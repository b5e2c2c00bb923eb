import assert from "node:assert/strict";
import { nthId, withTracking } from "./tracking_fixture.ts";

Deno.test("withTracking() starts each test from nothing, with a known clock and ids", async () => {
  for (let i = 0; i < 2; i++) {
    await withTracking(async (send) => {
      const { info } = (await send("POST", "runs/create", {})).json.run;
      assert.equal(info.run_id, nthId(1));
      const { experiment_id } = (await send("POST", "experiments/create", { name: "a" })).json;
      const { json } = await send("GET", `experiments/get?experiment_id=${experiment_id}`);
      assert.equal(json.experiment.creation_time, 1001);
    });
  }
});
