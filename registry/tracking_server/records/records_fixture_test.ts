import assert from "node:assert/strict";
import { withDatabase } from "./records_fixture.ts";

Deno.test("withDatabase() gives each test the same single run", () => {
  for (let i = 0; i < 2; i++) {
    withDatabase((database) => {
      assert.deepEqual(database.all("SELECT run_id FROM runs"), [{ run_id: "r" }]);
      database.run("DELETE FROM runs");
    });
  }
});
