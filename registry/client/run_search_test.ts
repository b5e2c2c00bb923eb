import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { type RunSearch, searchRuns } from "./run_search.ts";
import { createRun, deleteRun } from "./runs.ts";

Deno.test("searchRuns() yields all pages in order, of the runs that are looked at", async () => {
  await withClient(async (client) => {
    const ids: string[] = [];
    for (const startTime of [3, 1, 2]) {
      ids.push((await createRun(client, { experimentId: "0", startTime })).runId);
    }
    await deleteRun(client, ids[0]);
    const times = async (view?: RunSearch["view"]) => {
      const search = { experimentIds: ["0"], orderBy: ["start_time"], view, pageSize: 1 };
      return (await Array.fromAsync(searchRuns(client, search))).map((run) => run.startTime);
    };
    assert.deepEqual(await times(), [1, 2]);
    assert.deepEqual(await times("deleted"), [3]);
    assert.deepEqual(await times("all"), [1, 2, 3]);
  });
});
