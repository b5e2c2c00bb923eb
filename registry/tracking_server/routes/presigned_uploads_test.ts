import assert from "node:assert/strict";
import { nthId, withTracking } from "../tracking_fixture.ts";

Deno.test("/artifacts/presigned-upload-url refuses each kind of artifact root in its words", async () => {
  await withTracking(async (send) => {
    const locations: [string, number, RegExp][] = [
      ["https://host/api/2.0/mlflow-artifacts/artifacts/x", 400, /\(artifact URI scheme: https\)/],
      ["s3://bucket/runs", 501, /^Presigned upload is not supported for the current artifact repo/],
    ];
    for (const [i, [artifact_location, status, message]] of locations.entries()) {
      const name = String(i);
      const { json } = await send("POST", "experiments/create", { name, artifact_location });
      await send("POST", "runs/create", { experiment_id: json.experiment_id });
      const answer = await send("POST", "artifacts/presigned-upload-url", {
        run_id: nthId(i + 1),
        path: "model.onnx",
      });
      assert.equal(answer.status, status);
      assert.match(answer.json.message, message);
    }
  });
});
