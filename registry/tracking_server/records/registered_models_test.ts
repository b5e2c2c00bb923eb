import assert from "node:assert/strict";
import { withDatabase } from "./records_fixture.ts";
import { readLatestVersions, readRegisteredModel } from "./registered_models.ts";

const insertVersion = `INSERT INTO model_versions
  VALUES ('a', ?, NULL, 's', 's', '', '', NULL, ?, 1, 1, ?)`;

Deno.test("readLatestVersions() gives the highest version of each stage, skipping deleted ones", () => {
  withDatabase((database) => {
    database.run("INSERT INTO registered_models VALUES ('a', 'words', 1, 2)");
    const rows = [[1, "None", "active"], [2, "None", "active"], [3, "None", "deleted"]] as const;
    for (const row of rows) database.run(insertVersion, ...row);
    database.run(insertVersion, 4, "Production", "active");
    const versions = readLatestVersions(database, "a").map(({ version }) => version);
    assert.deepEqual(versions, ["2", "4"]);
    database.run("INSERT INTO registered_model_aliases VALUES ('a', 'champion', 2)");
    const model = readRegisteredModel(database, "a");
    assert.deepEqual(model.aliases, [{ alias: "champion", version: "2" }]);
    assert.deepEqual([model.description, model.tags], ["words", undefined]);
  });
});
