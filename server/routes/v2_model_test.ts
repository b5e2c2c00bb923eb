import assert from "node:assert/strict";
import { createApp } from "../app.ts";
import { hostelDeps } from "../hostel_deps_fixture.ts";

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);

Deno.test("GET /v2/models/:model tells the tensors of the ONNX graph", async () => {
  for (const path of ["energy-anomaly", "energy-anomaly/versions/3", "energy%2Danomaly"]) {
    assert.deepEqual(await (await app.request(`/v2/models/${path}`)).json(), {
      name: "energy-anomaly",
      versions: ["3"],
      platform: "onnx_onnxv1",
      inputs: [{
        name: "features",
        datatype: "FP32",
        shape: [-1, 2],
        parameters: { columns: '["residual_week","hour"]' },
      }],
      outputs: [
        { name: "score", datatype: "FP32", shape: [-1, 1] },
        { name: "label", datatype: "INT64", shape: [-1, 1] },
        { name: "member_scores", datatype: "FP32", shape: [-1, 3] },
      ],
    });
  }
});

Deno.test("GET /v2/models/:model names a model or version that is not loaded", async () => {
  for (
    const [path, asked] of [
      ["a%2F..%2Fb", 'model "a/../b"'],
      ["energy-anomaly/versions/9", 'model "energy-anomaly" version 9'],
    ]
  ) {
    const response = await app.request(`/v2/models/${path}`);
    assert.equal(response.status, 404);
    assert.deepEqual(await response.json(), {
      error: `Cannot find ${asked}: loaded are energy-anomaly/3`,
    });
  }
});
