import assert from "node:assert/strict";
import { hostile, records, withPages } from "./pages_fixture.ts";

Deno.test("withPages() holds the records that it names", async () => {
  await withPages(async (_get, app) => {
    const read = async (path: string) =>
      await (await app.request(`/api/2.0/mlflow/${path}`)).json();
    const { experiment } = await read(`experiments/get?experiment_id=${records.experiment}`);
    assert.equal(experiment.name, hostile);
    const { experiment: old } = await read(
      `experiments/get?experiment_id=${records.deletedExperiment}`,
    );
    assert.equal(old.lifecycle_stage, "deleted");
    const { run } = await read(`runs/get?run_id=${records.run}`);
    assert.deepEqual([run.info.status, run.data.metrics.length], ["FINISHED", 2]);
    assert.equal(run.outputs.model_outputs[0].model_id, hostile);
    const { files } = await read(`artifacts/list?run_id=${records.run}`);
    assert.equal(files.length, 4);
    const { run: gone } = await read(`runs/get?run_id=${records.deletedRun}`);
    assert.equal(gone.info.lifecycle_stage, "deleted");
    const name = encodeURIComponent(records.model);
    const { registered_model } = await read(`registered-models/get?name=${name}`);
    assert.deepEqual(registered_model.aliases, [{ alias: "champion", version: "2" }]);
    assert.equal(registered_model.latest_versions[0].version, "2");
  });
});
