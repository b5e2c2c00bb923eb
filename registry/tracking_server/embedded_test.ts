import assert from "node:assert/strict";
import { createExperiment, getExperimentByName } from "../client/mod.ts";
import { openEmbeddedTracking } from "./embedded.ts";

Deno.test("openEmbeddedTracking() shares its directory with another one", async () => {
  const home = await Deno.makeTempDir();
  {
    using first = openEmbeddedTracking({ home, now: () => 7 });
    using second = openEmbeddedTracking({ home, now: () => 8 });
    const id = await createExperiment(first.client, { name: "shared" });
    const seen = await getExperimentByName(second.client, "shared");
    assert.deepEqual([seen.experimentId, seen.creationTime], [id, 7]);
  }
  await Deno.remove(home, { recursive: true });
});
