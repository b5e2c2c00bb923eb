import assert from "node:assert/strict";
import { withClient } from "../client/client_fixture.ts";
import {
  createModelVersion,
  createRegisteredModel,
  getRegisteredModel,
  searchModelVersions,
  setModelAlias,
} from "../client/mod.ts";
import { importMlruns, withMlruns } from "./mlruns_fixture.ts";

Deno.test("copyRegisteredModel() leaves alone what the target has under the same name and number", async () => {
  await withClient((client) =>
    withMlruns(async (root) => {
      await createRegisteredModel(client, { name: "load", tags: { team: "ours" } });
      await createModelVersion(client, { name: "load", source: "s3://ours/1" });
      const { problems, registeredModels } = await importMlruns(root, client);
      assert.deepEqual(problems, [{
        place: "registered model load: load/1",
        reason: "Cannot import a version: expected its number to be free, got another version",
      }]);
      assert.deepEqual(registeredModels, { imported: 0, before: 1 });
      const { tags, aliases } = await getRegisteredModel(client, "load");
      assert.deepEqual([tags, aliases], [{ team: "ours" }, {}]);
      const versions = await Array.fromAsync(searchModelVersions(client));
      assert.deepEqual(versions.map(({ version, source }) => [version, source]), [
        ["1", "s3://ours/1"],
      ]);
    })
  );
});

Deno.test("copyRegisteredModel() keeps an alias where the target's people moved it", async () => {
  await withClient((client) =>
    withMlruns(async (root) => {
      await importMlruns(root, client);
      assert.deepEqual((await getRegisteredModel(client, "load")).aliases, { champion: "3" });
      await setModelAlias(client, { name: "load", alias: "champion", version: "1" });
      await importMlruns(root, client);
      assert.deepEqual((await getRegisteredModel(client, "load")).aliases, { champion: "1" });
    })
  );
});

Deno.test("copyRegisteredModel() leaves out versions of files that are nowhere, with their numbers", async () => {
  const meta = "creation_timestamp: 400\nname: load\nsource: /home/ann/model\nversion: 1\n";
  await withClient((client) =>
    withMlruns(async (root) => {
      const { skipped, versions } = await importMlruns(root, client);
      assert.deepEqual(skipped, [{
        place: "load/1",
        reason: "Cannot copy its files: expected them with a run or a model, got /home/ann/model",
      }]);
      assert.deepEqual(versions, { imported: 1, before: 0 });
      const found = await Array.fromAsync(searchModelVersions(client));
      assert.deepEqual(found.map(({ version }) => version), ["3"]);
    }, { "models/load/version-1/meta.yaml": meta })
  );
});
