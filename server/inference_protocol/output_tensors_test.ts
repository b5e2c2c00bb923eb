import assert from "node:assert/strict";
import { outputBytes, outputTensors } from "./output_tensors.ts";

const scores = {
  score: Float32Array.of(0.5, -2),
  label: Uint8Array.of(1, 0),
  memberScores: Float32Array.of(0.25, 0.75, 0, 1),
};

Deno.test("outputTensors() have the names, types and shapes of the graph", () => {
  const { score, label, member_scores } = outputTensors(scores, 2);
  assert.deepEqual(
    [score, label, member_scores].map(({ name, datatype, shape }) => [name, datatype, shape]),
    [["score", "FP32", [2, 1]], ["label", "INT64", [2, 1]], ["member_scores", "FP32", [2, 2]]],
  );
  assert.deepEqual([...Array.from(member_scores.values)], [0.25, 0.75, 0, 1]);
});

Deno.test("outputBytes() writes IEEE 754 singles and whole numbers of 8 bytes, little-endian", () => {
  const { score, label } = outputTensors(scores, 2);
  assert.deepEqual(outputBytes(score), Uint8Array.of(0, 0, 0, 0x3f, 0, 0, 0, 0xc0));
  assert.deepEqual(outputBytes(label), Uint8Array.of(1, ...new Array(15).fill(0)));
});
