import assert from "node:assert/strict";
import { nthId, withTracking } from "../tracking_fixture.ts";

async function answerTo(
  app: { request(path: string, init?: RequestInit): Response | Promise<Response> },
  method: string,
  path: string,
): Promise<[number, string, string]> {
  const response = await app.request(path, {
    method,
    ...(method === "POST"
      ? { headers: { "content-type": "application/json" }, body: '{"path": "a", "num_parts": 2}' }
      : {}),
  });
  const { error_code, message } = await response.json();
  return [response.status, error_code, message];
}

Deno.test("multipart transfers are not there for a local store", async () => {
  await withTracking(async (_send, app) => {
    for (const api of ["/api", "/ajax-api"]) {
      const root = `${api}/2.0/mlflow-artifacts`;
      for (const part of ["create", "complete", "abort"]) {
        assert.deepEqual(await answerTo(app, "POST", `${root}/mpu/${part}/0/model.onnx`), [
          501,
          "NOT_IMPLEMENTED",
          "Multipart upload is not supported for the current artifact repository",
        ]);
      }
      assert.deepEqual(await answerTo(app, "GET", `${root}/presigned/0/model.onnx`), [
        501,
        "NOT_IMPLEMENTED",
        "Multipart download is not supported for the current artifact repository",
      ]);
      assert.deepEqual(await answerTo(app, "GET", `${root}/presigned/..%2Fx`), [
        400,
        "INVALID_PARAMETER_VALUE",
        "Invalid path",
      ]);
    }
  });
});

Deno.test("artifacts/presigned-upload-url is refused for proxied artifacts", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", {});
    const ask = (path: string) =>
      send("POST", "artifacts/presigned-upload-url", { run_id: nthId(1), path });
    assert.deepEqual(await ask("model.onnx"), {
      status: 400,
      json: {
        error_code: "INVALID_PARAMETER_VALUE",
        message:
          "Presigned upload is not supported for runs with proxied artifact storage (artifact URI scheme: mlflow-artifacts). This endpoint requires a run with a direct cloud storage artifact URI.",
      },
    });
    assert.equal((await ask("../x")).json.message, "Invalid path");
  });
});
