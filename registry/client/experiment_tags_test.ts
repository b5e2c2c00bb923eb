import assert from "node:assert/strict";
import { withClient } from "./client_fixture.ts";
import { deleteExperimentTag, setExperimentTag } from "./experiment_tags.ts";
import { getExperiment } from "./experiments.ts";

Deno.test("a tag of an experiment is set, replaced and removed", async () => {
  await withClient(async (client) => {
    const tag = { experimentId: "0", key: "team" };
    await setExperimentTag(client, { ...tag, value: "heat" });
    await setExperimentTag(client, { ...tag, value: "energy" });
    assert.deepEqual((await getExperiment(client, "0")).tags, { team: "energy" });
    await deleteExperimentTag(client, tag);
    assert.deepEqual((await getExperiment(client, "0")).tags, {});
  });
});
