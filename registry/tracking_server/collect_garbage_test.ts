import assert from "node:assert/strict";
import { collectGarbage } from "./collect_garbage.ts";
import { openTrackingStore, type TrackingStore } from "./store.ts";

async function withStore(use: (store: TrackingStore) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  {
    using store = openTrackingStore({ home, now: () => 5 });
    for (const id of ["a", "b"]) {
      const uri = `mlflow-artifacts:/0/${id}/artifacts`;
      store.database.run(
        "INSERT INTO runs VALUES (?, ?, 0, '', 'FINISHED', 1, 2, ?, 'deleted')",
        ...[id, id, uri],
      );
      await store.artifacts.write(`0/${id}/artifacts/a.txt`, new Blob(["a"]).stream());
    }
    await use(store);
  }
  await Deno.remove(home, { recursive: true });
}

Deno.test("collectGarbage() removes the next time what it was killed over", async () => {
  await withStore(async (store) => {
    const dying: TrackingStore = {
      ...store,
      artifacts: { ...store.artifacts, remove: () => Promise.reject(new Error("Killed")) },
    };
    const scope = { before: 9 };
    await assert.rejects(collectGarbage(dying, scope, { dryRun: false }), { message: "Killed" });
    assert.deepEqual(store.database.all("SELECT * FROM runs"), []);
    assert.equal((await store.artifacts.list("0")).length, 2);
    const report = await collectGarbage(store, scope, { dryRun: false });
    assert.deepEqual(report.runs, []);
    assert.deepEqual(await store.artifacts.list("0"), []);
    assert.deepEqual(store.database.all("SELECT * FROM orphaned_artifacts"), []);
  });
});

Deno.test("collectGarbage() tells of artifacts that lie where it cannot remove them", async () => {
  await withStore(async (store) => {
    store.database.run(
      "UPDATE runs SET artifact_uri = 's3://bucket/0/a/artifacts' WHERE run_id = 'a'",
    );
    const report = await collectGarbage(store, { before: 9 }, { dryRun: false });
    assert.deepEqual([report.runs, report.artifacts_left], [["a", "b"], ["s3://bucket/0/a"]]);
    assert.equal((await collectGarbage(store, { before: 9 }, { dryRun: false })).runs.length, 0);
  });
});

Deno.test("collectGarbage() changes nothing on a dry run, and counts what goes together", async () => {
  await withStore(async (store) => {
    store.database.run(
      `INSERT INTO logged_models VALUES ('m', 0, 'm', '', 'a', '', 'mlflow-artifacts:/0/models/m/artifacts', 1, 1, 'deleted')`,
    );
    const report = await collectGarbage(store, { before: 9 }, { dryRun: true });
    // The run could not go before its model, which goes first.
    assert.deepEqual([report.logged_models, report.runs, report.kept], [["m"], ["a", "b"], []]);
    assert.equal(store.database.all("SELECT * FROM runs").length, 2);
    assert.equal(store.database.all("SELECT * FROM logged_models").length, 1);
    assert.deepEqual(store.database.all("SELECT * FROM orphaned_artifacts"), []);
  });
});
