import assert from "node:assert/strict";
import { withDatabase } from "./records_fixture.ts";
import { readVersionPage } from "./version_page.ts";

Deno.test("readVersionPage() gives a model's versions in pages, newest first, without deleted ones", () => {
  withDatabase((database) => {
    for (const name of [`"'`, "other"]) {
      database.run("INSERT INTO registered_models VALUES (?, NULL, 1, 1)", name);
      for (const version of [1, 2, 3, 4]) {
        database.run(
          `INSERT INTO model_versions (name, version, source, storage_location, run_id, run_link,
             current_stage, creation_timestamp, last_updated_timestamp, lifecycle_stage)
           VALUES (?, ?, '', '', '', '', 'None', 1, 1, ?)`,
          ...[name, version, version === 3 ? "deleted" : "active"],
        );
      }
    }
    const versions = (page: number) => {
      const { items, nextPageToken } = readVersionPage(database, `"'`, { size: 2, page });
      return [items.map(({ name, version }) => `${name} ${version}`), nextPageToken !== undefined];
    };
    assert.deepEqual(versions(1), [[`"' 4`, `"' 2`], true]);
    assert.deepEqual(versions(2), [[`"' 1`], false]);
  });
});
