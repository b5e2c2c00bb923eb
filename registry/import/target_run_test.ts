import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import { createRun, deleteRun } from "../client/mod.ts";
import { importedRuns } from "./target_run.ts";

Deno.test("importedRuns() finds what an import made, deleted or not, and no other run", async () => {
  await withClient(async (client) => {
    const make = (tags: Record<string, string>) =>
      createRun(client, { experimentId: "0", startTime: 0, tags });
    await make({ note: "of our own" });
    const half = await make({ "wattbook.import.id": "r1" });
    const whole = await make({ "wattbook.import.id": "r2", "wattbook.import.digest": "d" });
    await deleteRun(client, whole.runId);
    const found = await Array.fromAsync(importedRuns(client, "0"));
    assert.deepEqual(found.sort((a, b) => a.sourceId < b.sourceId ? -1 : 1), [
      {
        runId: half.runId,
        artifactUri: half.artifactUri,
        lifecycle: "active",
        sourceId: "r1",
        finished: false,
      },
      {
        runId: whole.runId,
        artifactUri: whole.artifactUri,
        lifecycle: "deleted",
        sourceId: "r2",
        finished: true,
      },
    ]);
  });
});
