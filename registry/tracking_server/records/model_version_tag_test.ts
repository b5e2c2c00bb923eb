import assert from "node:assert/strict";
import { noteVersion } from "./model_version_tag.ts";
import { readPairs, writePair } from "./pairs.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("noteVersion() keeps the versions before, and replaces what is no list", () => {
  withDatabase((database) => {
    database.run(
      `INSERT INTO logged_models
       VALUES ('m-1', 0, 'a', '', 'r', 'LOGGED_MODEL_READY', 'uri', 3, 4, 'active')`,
    );
    const versions = () => readPairs(database, "logged_model_tags", ["m-1"])[0].value;
    noteVersion(database, "m-1", { name: "meters", version: 1 });
    noteVersion(database, "m-1", { name: "rooms", version: 4 });
    assert.equal(
      versions(),
      '[{"name": "meters", "version": 1}, {"name": "rooms", "version": 4}]',
    );
    for (const value of ["words", "{}"]) {
      writePair(database, "logged_model_tags", ["m-1"], { key: "mlflow.modelVersions", value });
      noteVersion(database, "m-1", { name: "meters", version: 2 });
      assert.equal(versions(), '[{"name": "meters", "version": 2}]');
    }
  });
});
