import assert from "node:assert/strict";
import { readAliasedRow } from "./aliases.ts";
import { withDatabase } from "./records_fixture.ts";

Deno.test("readAliasedRow() follows the alias of that model alone", () => {
  withDatabase((database) => {
    for (const name of ["a", "b"]) {
      database.run("INSERT INTO registered_models VALUES (?, NULL, 1, 1)", name);
      database.run(
        `INSERT INTO model_versions
         VALUES (?, 1, NULL, 'source', ?, '', '', NULL, 'None', 1, 1, 'active')`,
        name,
        `files of ${name}`,
      );
    }
    database.run("INSERT INTO registered_model_aliases VALUES ('a', 'champion', 1)");
    assert.equal(readAliasedRow(database, "a", "champion").storage_location, "files of a");
    assert.throws(() => readAliasedRow(database, "b", "champion"), {
      errorCode: "INVALID_PARAMETER_VALUE",
    });
    assert.throws(() => readAliasedRow(database, "c", "champion"), {
      errorCode: "RESOURCE_DOES_NOT_EXIST",
    });
  });
});
