import assert from "node:assert/strict";
import { createRun, getRun } from "../registry/mod.ts";
import { createTrackingApp, openTrackingStore } from "../registry/tracking_server/mod.ts";
import { openTracking } from "./tracking.ts";

const NESTED = "mlflow.parentRunId";
const start = { experimentId: "0", startTime: 0 };

Deno.test("openTracking() nests runs in the notebook's, unless they are told another parent", async () => {
  const home = await Deno.makeTempDir();
  {
    using tracking = openTracking({ home, notebookRun: "a1" }, () => 0);
    const { runId } = await createRun(tracking.registry, { ...start, tags: { kept: "1" } });
    const { tags } = await getRun(tracking.registry, runId);
    assert.deepEqual([tags[NESTED], tags.kept], ["a1", "1"]);
    const other = await createRun(tracking.registry, { ...start, tags: { [NESTED]: "b2" } });
    assert.equal(other.tags[NESTED], "b2");
  }
  {
    using tracking = openTracking({ home }, () => 0);
    assert.equal(NESTED in (await createRun(tracking.registry, start)).tags, false);
  }
  await Deno.remove(home, { recursive: true });
});

Deno.test("openTracking() nests runs on the server of MLFLOW_TRACKING_URI, too", async () => {
  const home = await Deno.makeTempDir();
  {
    using store = openTrackingStore({ home, now: () => 0 });
    const { fetch } = createTrackingApp({ store });
    await using server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, fetch);
    const uri = `http://127.0.0.1:${server.addr.port}`;
    using tracking = openTracking({ home, notebookRun: "a1", tracking: { uri } }, () => 0);
    assert.equal(tracking.trackingPlace, uri);
    assert.equal((await createRun(tracking.registry, start)).tags[NESTED], "a1");
  }
  await Deno.remove(home, { recursive: true });
});
