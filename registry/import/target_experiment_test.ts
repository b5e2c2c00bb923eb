import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import {
  createExperiment,
  createRun,
  deleteExperiment,
  getExperiment,
  getExperimentByName,
  searchRuns,
} from "../client/mod.ts";
import { importMlruns, withMlruns } from "./mlruns_fixture.ts";

Deno.test("openTargetExperiment() adds to an active experiment of the name, and keeps its tags", async () => {
  await withClient((client) =>
    withMlruns(async (root) => {
      const name = "energy: winter";
      const experimentId = await createExperiment(client, { name, tags: { owner: "bob" } });
      await createRun(client, { experimentId, startTime: 1 });
      await importMlruns(root, client, name);
      const { tags } = await getExperiment(client, experimentId);
      assert.deepEqual(tags, { owner: "bob" });
      const search = { experimentIds: [experimentId], view: "all" } as const;
      assert.equal((await Array.fromAsync(searchRuns(client, search))).length, 3);
    })
  );
});

Deno.test("openTargetExperiment() neither revives nor buries what the target has of the name", async () => {
  await withClient((client) =>
    withMlruns(async (root) => {
      const buried = await createExperiment(client, { name: "energy: winter" });
      await deleteExperiment(client, buried);
      const alive = await createExperiment(client, { name: "gone" });
      const { problems, skipped, runs } = await importMlruns(root, client);
      assert.deepEqual(problems, [{
        place: "experiment energy: winter",
        reason: "Cannot import an experiment: expected none, or an active one, of its name",
      }]);
      assert.deepEqual(skipped.slice(0, 1), [{
        place: "experiment gone",
        reason: "Cannot import a deleted experiment: expected its name to be free",
      }]);
      assert.deepEqual(runs, { imported: 0, before: 0 });
      assert.equal((await getExperiment(client, buried)).lifecycleStage, "deleted");
      assert.equal((await getExperiment(client, alive)).lifecycleStage, "active");
    })
  );
});

Deno.test("importRuns() takes the one experiment that is named, with the versions of its models", async () => {
  await withClient((client) =>
    withMlruns(async (root) => {
      const { runs, versions } = await importMlruns(root, client, "gone");
      assert.deepEqual([runs.imported, versions.imported], [1, 0]);
      await assert.rejects(getExperimentByName(client, "energy: winter"), {
        errorCode: "RESOURCE_DOES_NOT_EXIST",
      });
      await assert.rejects(importMlruns(root, client, "energy"), {
        name: "RangeError",
        message:
          'Cannot import the experiment "energy": expected one of "Default", "energy: winter", "gone"',
      });
    })
  );
});
