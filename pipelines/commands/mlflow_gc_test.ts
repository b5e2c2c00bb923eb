import assert from "node:assert/strict";
import { join } from "node:path";
import { createRun, deleteRun, searchRuns } from "../../registry/mod.ts";
import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
import { runTask } from "../task_fixture.ts";

Deno.test("mlflow gc removes what has been deleted for long enough, and only tells on a dry run", async () => {
  const home = await Deno.makeTempDir();
  let time = 0;
  using tracking = openEmbeddedTracking({ home: join(home, "mlflow"), now: () => time });
  const { client } = tracking;
  const make = async () => (await createRun(client, { experimentId: "0", startTime: 0 })).runId;
  const [old, recent] = [await make(), await make()];
  await deleteRun(client, old);
  time = Date.parse("2096-01-01");
  await deleteRun(client, recent);
  const left = async () => {
    const search = { experimentIds: ["0"], view: "all" } as const;
    return (await Array.fromAsync(searchRuns(client, search))).map(({ runId }) => runId).sort();
  };

  const command = ["gc", "--older-than", "5"];
  const tried = await runTask("mlflow", [...command, "--dry-run", "--json"], home);
  const { dryRun, runs, kept } = JSON.parse(tried.out.trimEnd().split("\n").at(-1)!);
  assert.deepEqual([tried.code, dryRun, runs, kept], [0, true, [old], []]);
  assert.deepEqual(await left(), [old, recent].sort());
  const { code, out } = await runTask("mlflow", command, home);
  assert.deepEqual([code, out], [0, "Removed 0 experiments, 1 runs, 0 logged models\n"]);
  assert.deepEqual(await left(), [recent]);
  await Deno.remove(home, { recursive: true });
});
