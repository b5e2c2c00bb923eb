import assert from "node:assert/strict";
import { deletedIn, keptBy, purge } from "./purge.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("deletedIn() goes by when a run was deleted, and takes one of unknown time for old", () => {
  withDatabase((database) => {
    const ids = (before: number) => deletedIn(database, "run", { before }).map(({ id }) => id);
    assert.deepEqual(ids(99), []);
    database.run("UPDATE runs SET lifecycle_stage = 'deleted'");
    assert.deepEqual(ids(0), ["r"]);
    database.run("INSERT INTO run_deletions VALUES ('r', 50)");
    assert.deepEqual([ids(50), ids(51)], [[], ["r"]]);
  });
});

Deno.test("deletedIn() takes what is in a deleted experiment, but never the default one", () => {
  withDatabase((database) => {
    database.run("UPDATE experiments SET lifecycle_stage = 'deleted'");
    database.run(
      "INSERT INTO logged_models VALUES ('m', 0, 'a', '', '', '', 'mlflow-artifacts:/0/models/m/artifacts', 1, 1, 'active')",
    );
    assert.deepEqual(deletedIn(database, "logged_model", { before: 9 }).map(({ id }) => id), ["m"]);
    assert.deepEqual(deletedIn(database, "experiment", { before: 9 }), []);
    const scope = (kind: "run" | "experiment", id: string) => ({ before: 9, only: { kind, id } });
    assert.equal(deletedIn(database, "logged_model", scope("experiment", "0")).length, 1);
    assert.equal(deletedIn(database, "logged_model", scope("run", "r")).length, 0);
  });
});

Deno.test("keptBy() finds versions by whole parts of a path", () => {
  withDatabase((database) => {
    database.run("INSERT INTO registered_models VALUES ('load', NULL, 1, 1)");
    const version = (number: number, storage: string) =>
      database.run(
        `INSERT INTO model_versions VALUES ('load', ?, NULL, ?2, ?2, '', '', NULL, 'None', 1, 1, 'active')`,
        ...[number, storage],
      );
    const run = { id: "r", uri: "mlflow-artifacts:/0/r/artifacts" };
    version(1, "mlflow-artifacts:/0/r/artifacts2/model");
    assert.equal(keptBy(database, "run", run), undefined);
    version(2, "mlflow-artifacts:/0/r/artifacts");
    assert.equal(keptBy(database, "run", run), "The model version load/2 refers to it");
  });
});

Deno.test("purge() leaves the artifacts of a place that is not the thing's own", () => {
  withDatabase((database) => {
    const orphans = () => database.all("SELECT uri FROM orphaned_artifacts").length;
    purge(database, "run", { id: "x", uri: "mlflow-artifacts:/shared" });
    assert.equal(orphans(), 0);
    database.run(
      "INSERT INTO experiments VALUES (9, 'b', 'mlflow-artifacts:/a/8/b', 'active', 1, 1)",
    );
    purge(database, "experiment", { id: "8", uri: "mlflow-artifacts:/a/8" });
    assert.equal(orphans(), 0);
    purge(database, "run", { id: "r", uri: "mlflow-artifacts:/0/r/artifacts" });
    assert.deepEqual(database.all("SELECT uri FROM orphaned_artifacts"), [
      { uri: "mlflow-artifacts:/0/r" },
    ]);
    assert.deepEqual(database.all("SELECT * FROM runs"), []);
  });
});
