import assert from "node:assert/strict";
import { inferResponse } from "./infer_response.ts";
import { outputTensors } from "./output_tensors.ts";

const tensors = outputTensors({
  score: Float32Array.of(0.5, 0.25),
  label: Uint8Array.of(1, 0),
  memberScores: Float32Array.of(0.5, NaN),
}, 1);

Deno.test("inferResponse() writes outputs as they are asked for, and no id where none was sent", async () => {
  const asked = [{ name: "member_scores", binary: false }, {
    name: "label",
    binary: false,
  }] as const;
  const response = inferResponse({ name: "m", version: "3", asked, tensors });
  assert.equal(response.headers.get("inference-header-content-length"), null);
  assert.equal(
    await response.text(),
    '{"model_name":"m","model_version":"3","outputs":[' +
      '{"name":"member_scores","datatype":"FP32","shape":[2,1],"data":[0.5,null]},' +
      '{"name":"label","datatype":"INT64","shape":[2,1],"data":[1,0]}]}',
  );
});

Deno.test("inferResponse() lets binary outputs follow the JSON, whose length the header tells", async () => {
  const asked = [
    { name: "label", binary: true },
    { name: "member_scores", binary: false },
    { name: "score", binary: true },
  ] as const;
  const response = inferResponse({ name: "é", version: "3", asked, tensors });
  assert.equal(response.headers.get("content-type"), "application/octet-stream");
  const length = Number(response.headers.get("inference-header-content-length"));
  const bytes = await response.bytes();
  const { model_name, outputs } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, length)));
  assert.equal(model_name, "é");
  assert.deepEqual(
    outputs.map((output: { parameters?: unknown }) => output.parameters),
    [{ binary_data_size: 16 }, undefined, { binary_data_size: 8 }],
  );
  const label = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const score = [0, 0, 0, 0x3f, 0, 0, 0x80, 0x3e];
  assert.deepEqual([...bytes.subarray(length)], [...label, ...score]);
});
