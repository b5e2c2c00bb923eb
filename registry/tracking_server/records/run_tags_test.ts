import assert from "node:assert/strict";
import { readPairs } from "./pairs.ts";
import { withDatabase } from "./records_fixture.ts";
import { nameTag, writeRunTag } from "./run_tags.ts";
import { readRunInfo } from "./runs.ts";

Deno.test("writeRunTag() renames the run by the tag of its name alone", () => {
  withDatabase((database) => {
    writeRunTag(database, "r", { key: "seed", value: "7" });
    assert.equal(readRunInfo(database, "r").run_name, "nightly");
    // An empty name changes nothing, as in MLflow.
    for (const value of ["weekly", ""]) {
      writeRunTag(database, "r", { key: nameTag, value });
      assert.equal(readRunInfo(database, "r").run_name, "weekly");
      assert.deepEqual(readPairs(database, "tags", ["r"])[0], { key: nameTag, value: "weekly" });
    }
  });
});
