import assert from "node:assert/strict";
import type { ServedModel } from "../deps.ts";
import { modelMetadata } from "./model_metadata.ts";

Deno.test("modelMetadata() has the keys and the platform of the specification", () => {
  const session = { members: ["a", "b", "c"] } as unknown as ServedModel["session"];
  const metadata = modelMetadata({ name: "m", columns: ["x"], session }, ["2", "10"]);
  assert.deepEqual(metadata, {
    name: "m",
    versions: ["2", "10"],
    platform: "onnx_onnxv1",
    inputs: [
      { name: "features", datatype: "FP32", shape: [-1, 1], parameters: { columns: '["x"]' } },
    ],
    outputs: [
      { name: "score", datatype: "FP32", shape: [-1, 1] },
      { name: "label", datatype: "INT64", shape: [-1, 1] },
      { name: "member_scores", datatype: "FP32", shape: [-1, 3] },
    ],
  });
});
