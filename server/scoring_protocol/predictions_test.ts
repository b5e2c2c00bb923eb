import assert from "node:assert/strict";
import { predictionsJson } from "./predictions.ts";

Deno.test("predictionsJson() gives each row the scores of its own members", () => {
  const scores = {
    score: Float32Array.of(0.25, 1e-7),
    label: Uint8Array.of(0, 1),
    memberScores: Float32Array.of(0, 0.5, 0.1, NaN),
  };
  assert.equal(
    predictionsJson(scores, ["a", 'b"']),
    '{"predictions":[{"score":0.25,"label":0,"a":0,"b\\"":0.5},' +
      '{"score":1.0000000116860974e-7,"label":1,"a":0.10000000149011612,"b\\"":null}]}',
  );
});

Deno.test("predictionsJson() of zero rows is an empty list", () => {
  const none = new Float32Array(0);
  const scores = { score: none, label: new Uint8Array(0), memberScores: none };
  assert.equal(predictionsJson(scores, ["a"]), '{"predictions":[]}');
});
