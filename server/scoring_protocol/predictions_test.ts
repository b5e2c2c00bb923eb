import assert from "node:assert/strict";
import { predictions } from "./predictions.ts";

Deno.test("predictions() gives each row the scores of its own members", () => {
  const scores = {
    score: Float32Array.of(0.25, 0.75),
    label: Uint8Array.of(0, 1),
    memberScores: Float32Array.of(0, 0.5, 0.5, 1),
  };
  assert.deepEqual(predictions(scores, ["a", "b"]), [
    { score: 0.25, label: 0, member_scores: { a: 0, b: 0.5 } },
    { score: 0.75, label: 1, member_scores: { a: 0.5, b: 1 } },
  ]);
});

Deno.test("predictions() of zero rows is an empty list", () => {
  const none = new Float32Array(0);
  assert.deepEqual(
    predictions({ score: none, label: new Uint8Array(0), memberScores: none }, []),
    [],
  );
});
