import assert from "node:assert/strict";
import { registeredModelsOf } from "./file_store_registry.ts";
import { withMlruns } from "./mlruns_fixture.ts";
import { Unreadable } from "./run_source.ts";

Deno.test("registeredModelsOf() orders versions by number and leaves deleted ones out", async () => {
  const version = (number: number, stage: string) =>
    `version: ${number}\ncreation_timestamp: ${number}\ncurrent_stage: ${stage}\nsource: s3://b\n`;
  await withMlruns(async (root) => {
    const [load] = await Array.fromAsync(registeredModelsOf(root));
    assert.ok(!(load instanceof Unreadable));
    assert.deepEqual(
      load.versions.map(({ version, stage, storage }) => [version, stage, storage.slice(0, 6)]),
      [[1, "None", "file:/"], [3, "None", "file:/"], [10, "Archived", "s3://b"]],
    );
  }, {
    "models/load/version-10/meta.yaml": version(10, "Archived"),
    "models/load/version-11/meta.yaml": version(11, "Deleted_Internal"),
  });
});
