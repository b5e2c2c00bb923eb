import assert from "node:assert/strict";
import { withDatabase } from "./records_fixture.ts";
import { readLatestVersions, readRegisteredModel } from "./registered_models.ts";

const insertVersion = `INSERT INTO model_versions
  VALUES ('a', ?, NULL, 's', 's', '', '', NULL, 'None', 1, 1, ?)`;

Deno.test("readLatestVersions() gives the highest version that is not deleted", () => {
  withDatabase((database) => {
    database.run("INSERT INTO registered_models VALUES ('a', 'words', 1, 2)");
    const rows = [[1, "active"], [2, "active"], [3, "deleted"]] as const;
    for (const row of rows) database.run(insertVersion, ...row);
    const versions = readLatestVersions(database, "a").map(({ version }) => version);
    assert.deepEqual(versions, ["2"]);
    database.run("INSERT INTO registered_model_aliases VALUES ('a', 'champion', 2)");
    const model = readRegisteredModel(database, "a");
    assert.deepEqual(model.aliases, [{ alias: "champion", version: "2" }]);
    assert.deepEqual([model.description, model.tags], ["words", undefined]);
  });
});
