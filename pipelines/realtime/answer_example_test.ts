import assert from "node:assert/strict";
import type { Scores } from "../../models/onnx/session.ts";
import { answerExample } from "./answer_example.ts";

const example = { columns: ["hour", "kwh"], data: [[1, 0.5], [2, null]] };

/** A session that gives these scores, and remembers what it was asked. */
function session(scores: Partial<Scores>) {
  const asked: number[][] = [];
  return {
    asked,
    members: ["iqr"],
    score(x: { readonly values: Float32Array }) {
      asked.push([...x.values]);
      return Promise.resolve({
        score: Float32Array.of(0, 1),
        label: Uint8Array.of(0, 1),
        memberScores: Float32Array.of(0, 1),
        ...scores,
      });
    },
  };
}

Deno.test("answerExample() asks for the rows of the example, null as missing", async () => {
  const model = session({});
  await answerExample(model, example);
  assert.deepEqual(model.asked, [[1, 0.5, 2, NaN]]);
});

Deno.test("answerExample() refuses scores that are not finite, not in [0, 1] or not there", async () => {
  const rule = "Cannot serve the model as its input example must get 2 scores from 0 to 1: " +
    "current value is ";
  for (
    const [scores, value] of [
      [{ score: Float32Array.of(0, NaN) }, "NaN"],
      [{ score: Float32Array.of(Infinity, 0) }, "Infinity"],
      [{ memberScores: Float32Array.of(0.5, -0.5) }, "-0.5"],
      [{ score: Float32Array.of(0) }, "1 scores"],
    ] as const
  ) {
    const message = rule + value;
    await assert.rejects(answerExample(session(scores), example), { name: "RangeError", message });
  }
});

Deno.test("answerExample() refuses an example that is no table of numbers", async () => {
  for (const broken of [null, {}, { ...example, data: [["a", 1]] }, { ...example, data: [[1]] }]) {
    await assert.rejects(answerExample(session({}), broken), {
      name: "SyntaxError",
      message: "Cannot read the input example: expected a table of numbers",
    });
  }
});
