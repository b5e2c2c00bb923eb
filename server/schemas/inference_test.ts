import assert from "node:assert/strict";
import { inferRequestSchema, inferResponseSchema } from "./inference.ts";

// The example of the specification, with the names of our tensors.
const request = {
  id: "42",
  inputs: [{ name: "features", shape: [2, 2], datatype: "FP32", data: [[1, 2], [3, 4]] }],
  outputs: [{ name: "score" }],
};

Deno.test("inferRequestSchema takes the specification's example, and data as bytes", () => {
  assert.deepEqual(inferRequestSchema.parse(request), request);
  const [{ data: _, ...tensor }] = request.inputs;
  const binary = { ...tensor, parameters: { binary_data_size: 16 } };
  assert.ok(inferRequestSchema.safeParse({ inputs: [binary] }).success);
  assert.ok(!inferRequestSchema.safeParse({ inputs: [] }).success);
});

Deno.test("inferResponseSchema takes the specification's example", () => {
  const outputs = [{ name: "score", shape: [2, 1], datatype: "FP32", data: [0.5, null] }];
  const response = { model_name: "m", model_version: "1", id: "42", outputs };
  assert.deepEqual(inferResponseSchema.parse(response), response);
});
