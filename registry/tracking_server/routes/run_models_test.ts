import assert from "node:assert/strict";
import { nthId, withTracking } from "../tracking_fixture.ts";

const model = {
  artifact_path: "model",
  flavors: { python_function: { loader_module: "a", config: { x: 1 } } },
  utc_time_created: "2024-01-01 00:00:00.000000",
  run_id: nthId(1),
  model_uuid: "u",
  signature: { inputs: "[]" },
};

Deno.test("/runs/log-model keeps a history of models in a tag, as Python writes JSON", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", {});
    const log = (more: object) =>
      send("POST", "runs/log-model", {
        run_id: nthId(1),
        model_json: JSON.stringify({ ...model, ...more }),
      });
    assert.deepEqual(await log({}), { status: 200, json: {} });
    await log({ artifact_path: "other" });
    const { json } = await send<{ run: { data: { tags: { key: string; value: string }[] } } }>(
      "GET",
      `runs/get?run_id=${nthId(1)}`,
    );
    const entry = (path: string) =>
      `{"artifact_path": "${path}", "run_id": "${
        nthId(1)
      }", "utc_time_created": "2024-01-01 00:00:00.000000", "model_uuid": "u", "flavors": {"python_function": {"loader_module": "a"}}}`;
    const history = json.run.data.tags.find(({ key }) => key === "mlflow.log-model.history");
    assert.equal(history?.value, `[${entry("model")}, ${entry("other")}]`);
  });
});

Deno.test("/runs/log-model refuses what is no model", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", {});
    const log = async (model_json: string) =>
      (await send("POST", "runs/log-model", { run_id: nthId(1), model_json })).json.message;
    assert.equal(await log("{"), "Malformed model info. \n { \n is not a valid JSON.");
    assert.equal(
      await log('{"flavors": {}, "run_id": "r"}'),
      "Model json is missing mandatory fields: {'artifact_path', 'utc_time_created'}",
    );
    const long = JSON.stringify({ ...model, artifact_path: "n".repeat(8000) });
    assert.match(await log(long), /^'value' exceeds the maximum length of 8000 characters/);
  });
});
