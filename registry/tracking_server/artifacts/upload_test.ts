import assert from "node:assert/strict";
import { nthId, withTracking } from "../tracking_fixture.ts";

const upload = "/ajax-api/2.0/mlflow/upload-artifact";

Deno.test("/upload-artifact stores a file of a run, up to 10 MB", async () => {
  await withTracking(async (send, app) => {
    await send("POST", "runs/create", {});
    const post = (body: BodyInit) =>
      app.request(`${upload}?run_uuid=${nthId(1)}&path=plots/a.txt`, { method: "POST", body });
    assert.deepEqual([(await post("hello")).status, await (await post("hello")).text()], [200, ""]);
    const stored = await app.request(`/get-artifact?run_uuid=${nthId(1)}&path=plots/a.txt`);
    assert.equal(await stored.text(), "hello");
    assert.equal((await post(new Uint8Array(10 * 1024 * 1024))).status, 200);
    const large = await post(new Uint8Array(10 * 1024 * 1024 + 1));
    assert.deepEqual([large.status, await large.json()], [400, {
      error_code: "INVALID_PARAMETER_VALUE",
      message: "Artifact size is too large. Max size is 10MB.",
    }]);
  });
});

Deno.test("/upload-artifact says what a request lacks, in MLflow's order", async () => {
  await withTracking(async (send, app) => {
    await send("POST", "runs/create", {});
    for (
      const [query, body, message] of [
        ["", "x", "Request must specify run_uuid."],
        [`run_uuid=${nthId(1)}`, "x", "Request must specify path."],
        [`run_uuid=${nthId(1)}&path=`, "x", "Request must specify path."],
        [`run_uuid=${nthId(1)}&path=../a`, "x", "Invalid path"],
        [`run_uuid=${nthId(1)}&path=a`, "", "Request must specify data."],
        ["run_uuid=none&path=a", "x", "Run with id=none not found"],
      ]
    ) {
      const response = await app.request(`${upload}?${query}`, { method: "POST", body });
      assert.equal((await response.json()).message, message);
    }
  });
});
