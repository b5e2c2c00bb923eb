import assert from "node:assert/strict";
import { openTrackingStore, type TrackingStore } from "../store.ts";
import { artifactOwner } from "./artifact_owner.ts";

async function storeWithFiles(): Promise<TrackingStore> {
  const store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
  store.database.run(
    `INSERT INTO runs
     VALUES ('r', 'nightly', 0, '', 'RUNNING', 0, NULL, 'mlflow-artifacts:/0/r/artifacts', 'active')`,
  );
  store.database.run(
    `INSERT INTO logged_models VALUES ('m-1', 0, 'forest', '', 'r', 'LOGGED_MODEL_READY',
       'mlflow-artifacts:/0/models/m-1/artifacts', 3, 4, 'active')`,
  );
  for (const path of ["0/r/artifacts/plots/of run.svg", "0/models/m-1/artifacts/plots/MLmodel"]) {
    await store.artifacts.write(path, new Blob(["12345"]).stream());
  }
  return store;
}

Deno.test("artifactOwner() lists the files of a run, and leads to what sends them", async () => {
  using store = await storeWithFiles();
  const owner = await artifactOwner(store, { run_id: "r", model_id: "" });
  assert.deepEqual(await owner.list(store, "plots"), [
    { path: "plots/of run.svg", is_dir: false, file_size: 5 },
  ]);
  assert.equal(
    owner.fileHref("plots/of run.svg"),
    "../get-artifact?run_id=r&path=plots%2Fof+run.svg",
  );
  assert.deepEqual(owner.above.map(([, , name]) => name), ["Experiment 0", "nightly"]);
  assert.deepEqual(owner.query, { run_id: "r" });
});

Deno.test("artifactOwner() lists the files of a logged model, and leads to what sends them", async () => {
  using store = await storeWithFiles();
  const owner = await artifactOwner(store, { model_id: "m-1" });
  assert.deepEqual(await owner.list(store, ""), [{ path: "plots", is_dir: true }]);
  assert.equal(
    owner.fileHref("plots/MLmodel"),
    "../ajax-api/2.0/mlflow/logged-models/m-1/artifacts/files?artifact_file_path=plots%2FMLmodel",
  );
  assert.deepEqual(owner.above.at(-1), ["logged-model", { id: "m-1" }, "forest"]);
});

Deno.test("artifactOwner() takes one owner, who must be there", async () => {
  using store = await storeWithFiles();
  const message = "Cannot show files: expected one of run_id and model_id";
  await assert.rejects(artifactOwner(store, { run_id: "r", model_id: "m-1" }), { message });
  await assert.rejects(artifactOwner(store, { run_id: "" }), { message });
  await assert.rejects(artifactOwner(store, { run_id: "x" }), {
    message: "Run with id=x not found",
  });
});
