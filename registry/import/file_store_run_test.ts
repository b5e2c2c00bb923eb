import assert from "node:assert/strict";
import { join } from "node:path";
import { readModel, readRun } from "./file_store_run.ts";
import { mlrunsIds, withMlruns } from "./mlruns_fixture.ts";

const { child, model } = mlrunsIds;

Deno.test("readRun() reads a run of the first releases, which have a uuid and no stage", async () => {
  const meta = "run_uuid: r\nexperiment_id: 7\nname: ''\nstart_time: 5\nend_time: 6\nstatus: 4\n";
  await withMlruns(async (root) => {
    const { id, experimentId, lifecycle, status, name } = await readRun(join(root, "7/r"));
    assert.deepEqual([id, experimentId, lifecycle, status, name], [
      "r",
      "7",
      "active",
      "FAILED",
      "",
    ]);
  }, { "7/r/meta.yaml": meta });
});

Deno.test("readRun() refuses inputs that lead out of the experiment's data sets", async () => {
  const input = "source_type: DATASET\nsource_id: ../../../secret\ntags: {}\n";
  await withMlruns(async (root) => {
    await assert.rejects(readRun(join(root, "7", child)), {
      message: 'Cannot read an input: expected an id, got "../../../secret"',
    });
  }, { [`7/${child}/inputs/i2/meta.yaml`]: input });
});

Deno.test("readModel() passes over a deleted model and refuses one of another experiment", async () => {
  await withMlruns(async (root) => {
    assert.equal(await readModel(join(root, "7/models", `m-${"e".repeat(32)}`)), undefined);
    await Deno.rename(join(root, "7/models", model), join(root, "0", model));
    await Deno.mkdir(join(root, "0/models"));
    await Deno.rename(join(root, "0", model), join(root, "0/models", model));
    await assert.rejects(readModel(join(root, "0/models", model)), {
      message: 'Cannot take meta.yaml at its word: expected the id "0" of its folder, got "7"',
    });
  });
});
