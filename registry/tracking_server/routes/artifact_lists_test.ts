import assert from "node:assert/strict";
import { nthId, withTracking } from "../tracking_fixture.ts";

Deno.test("artifacts/list shows paths below the run or model, and nothing outside", async () => {
  await withTracking(async (send, app) => {
    await send("POST", "runs/create", {});
    await send("POST", "logged-models", { experiment_id: "0", name: "m" });
    const model = `m-${nthId(2)}`;
    for (const root of [nthId(1), `models/${model}`]) {
      const url = `/api/2.0/mlflow-artifacts/artifacts/0/${root}/artifacts/plots/a.svg`;
      await app.request(url, { method: "PUT", body: "<svg/>" });
    }
    const ofRun = `artifacts/list?run_id=${nthId(1)}`;
    assert.deepEqual((await send("GET", ofRun)).json, {
      root_uri: `mlflow-artifacts:/0/${nthId(1)}/artifacts`,
      files: [{ path: "plots", is_dir: true }],
    });
    const plot = [{ path: "plots/a.svg", is_dir: false, file_size: 6 }];
    for (const path of ["plots", "plots/", "plots//", "./plots"]) {
      assert.deepEqual((await send("GET", `${ofRun}&path=${path}`)).json.files, plot, path);
    }
    assert.equal((await send("GET", `${ofRun}&path=none`)).json.files, undefined);
    const ofModel = `logged-models/${model}/artifacts/directories?artifact_directory_path=plots`;
    assert.deepEqual((await send("GET", ofModel)).json.files, plot);
    for (const path of ["..", "/", "%252e%252e", "a/../../.."]) {
      const { status, json } = await send("GET", `${ofRun}&path=${path}`);
      assert.deepEqual([status, json.message], [400, "Invalid path"], path);
    }
  });
});

Deno.test("artifacts/list does not read other places of the server's machine", async () => {
  await withTracking(async (send) => {
    await send("POST", "experiments/create", { name: "a", artifact_location: "file:///etc" });
    await send("POST", "runs/create", { experiment_id: "1" });
    const { status, json } = await send("GET", `artifacts/list?run_id=${nthId(1)}`);
    assert.deepEqual([status, json.error_code], [501, "NOT_IMPLEMENTED"]);
  });
});

Deno.test("artifacts/list names the run's id when it is missing", async () => {
  await withTracking(async (send) => {
    const { status, json } = await send("GET", "artifacts/list?path=plots");
    assert.equal(status, 400);
    assert.match(json.message, /^Missing value for required parameter 'run_id'/);
  });
});
