import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { logParam } from "./params.ts";
import { createRun, getRun } from "./runs.ts";

Deno.test("logParam() takes the same value again, and no other", async () => {
  await withClient(async (client) => {
    const { runId } = await createRun(client, { experimentId: "0", startTime: 0 });
    for (let i = 0; i < 2; i++) await logParam(client, runId, { key: "trees", value: "100" });
    await assert.rejects(logParam(client, runId, { key: "trees", value: "50" }), {
      errorCode: "INVALID_PARAMETER_VALUE",
    });
    assert.deepEqual((await getRun(client, runId)).params, { trees: "100" });
  });
});
