import assert from "node:assert/strict";
import { modelVersionRecord, readVersionRow } from "./model_versions.ts";
import { writePair } from "./pairs.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("modelVersionRecord() gives the version as text, with tags and aliases", () => {
  withDatabase((database) => {
    database.run("INSERT INTO registered_models VALUES ('a', NULL, 1, 2)");
    database.run(
      `INSERT INTO model_versions
       VALUES ('a', 12, 'words', 'models:/m-1', 'uri', 'r', '', 'm-1', 'None', 3, 4, 'active')`,
    );
    database.run("INSERT INTO registered_model_aliases VALUES ('a', 'champion', 12)");
    writePair(database, "model_version_tags", ["a", 12], { key: "t", value: "1" });
    assert.deepEqual(modelVersionRecord(database, readVersionRow(database, "a", "12")), {
      name: "a",
      version: "12",
      creation_timestamp: 3,
      last_updated_timestamp: 4,
      current_stage: "None",
      description: "words",
      source: "models:/m-1",
      run_id: "r",
      run_link: "",
      status: "READY",
      model_id: "m-1",
      tags: [{ key: "t", value: "1" }],
      aliases: ["champion"],
    });
  });
});

Deno.test("readVersionRow() refuses what is not a number", () => {
  withDatabase((database) => {
    for (const version of ["", "one", "1.0"]) {
      assert.throws(() => readVersionRow(database, "a", version), {
        message: `Parameter 'version' must be an integer, got '${version}'.`,
      });
    }
  });
});
