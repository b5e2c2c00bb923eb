import assert from "node:assert/strict";
import { nthId, withTracking } from "./tracking_fixture.ts";

Deno.test("withTracking() starts each test from nothing, with a known clock and ids", async () => {
  for (let i = 0; i < 2; i++) {
    await withTracking(async (send) => {
      const { info } = (await send("POST", "runs/create", {})).json.run;
      assert.deepEqual([info.run_id, info.start_time], [nthId(1), 1001]);
    });
  }
});
