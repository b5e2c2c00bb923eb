import assert from "node:assert/strict";
import { withDatabase } from "./records_fixture.ts";
import { markRuns } from "./run_deletions.ts";

Deno.test("markRuns() keeps the first deletion of a run until it is restored", () => {
  withDatabase((database) => {
    const remove = (now: number) => {
      markRuns(database, "experiment_id", 0, "deleted", now);
      database.run("UPDATE runs SET lifecycle_stage = 'deleted'");
    };
    const rows = () => database.all("SELECT * FROM run_deletions");
    remove(5);
    remove(6);
    assert.deepEqual(rows(), [{ run_id: "r", time: 5 }]);
    markRuns(database, "run_id", "r", "active", 7);
    database.run("UPDATE runs SET lifecycle_stage = 'active'");
    assert.deepEqual(rows(), []);
    remove(8);
    assert.deepEqual(rows(), [{ run_id: "r", time: 8 }]);
    database.run("DELETE FROM runs");
    assert.deepEqual(rows(), []);
  });
});
