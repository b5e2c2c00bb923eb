import assert from "node:assert/strict";
import { withTracking } from "../tracking_fixture.ts";

Deno.test("/model-versions/transition-stage moves a version and may archive the others", async () => {
  await withTracking(async (send) => {
    await send("POST", "registered-models/create", { name: "a" });
    for (let version = 1; version <= 3; version++) {
      const source = `mlflow-artifacts:/${version}`;
      await send("POST", "model-versions/create", { name: "a", source });
    }
    const move = (version: string, stage: string, archive_existing_versions = false) =>
      send("POST", "model-versions/transition-stage", {
        ...{ name: "a", version, stage, archive_existing_versions },
      });
    await move("1", "staging");
    await move("2", "Staging");
    const { json } = await move("3", "STAGING", true);
    assert.equal(json.model_version.current_stage, "Staging");
    const stages = async (version: number) =>
      (await send("GET", `model-versions/get?name=a&version=${version}`)).json.model_version;
    assert.equal((await stages(1)).current_stage, "Archived");
    assert.equal((await stages(2)).current_stage, "Archived");
    const latest = await send<{ model_versions: { version: string; current_stage: string }[] }>(
      "GET",
      "registered-models/get-latest-versions?name=a",
    );
    assert.deepEqual(
      latest.json.model_versions.map(({ version, current_stage }) => [version, current_stage]),
      [["2", "Archived"], ["3", "Staging"]],
    );
  });
});

Deno.test("/model-versions/transition-stage refuses what is no stage, version or archive", async () => {
  await withTracking(async (send) => {
    await send("POST", "registered-models/create", { name: "a" });
    const move = (more: object) =>
      send("POST", "model-versions/transition-stage", { name: "a", version: "1", ...more });
    assert.match((await move({ stage: "champion" })).json.message, /^Invalid Model Version stage/);
    const missing = await move({ stage: "Staging" });
    assert.deepEqual([missing.status, missing.json.message], [
      404,
      "Model Version (name=a, version=1) not found",
    ]);
    const archive = await move({ stage: "archived", archive_existing_versions: true });
    assert.match(archive.json.message, /because 'archived' is not an Active stage\. Valid stages/);
  });
});
