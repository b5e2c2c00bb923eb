import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { deleteRunTag, setRunTag } from "./run_tags.ts";
import { createRun, getRun } from "./runs.ts";

Deno.test("setRunTag() replaces, deleteRunTag() removes once", async () => {
  await withClient(async (client) => {
    const { runId } = await createRun(client, { experimentId: "0", runName: "a", startTime: 0 });
    await setRunTag(client, { runId, key: "t", value: "1" });
    await setRunTag(client, { runId, key: "t", value: "2" });
    assert.equal((await getRun(client, runId)).tags.t, "2");
    await deleteRunTag(client, { runId, key: "t" });
    assert.deepEqual((await getRun(client, runId)).tags, { "mlflow.runName": "a" });
    await assert.rejects(deleteRunTag(client, { runId, key: "t" }), {
      errorCode: "RESOURCE_DOES_NOT_EXIST",
    });
  });
});
