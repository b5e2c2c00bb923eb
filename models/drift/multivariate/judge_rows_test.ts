import assert from "node:assert/strict";
import { matrix } from "../../matrix.ts";
import { judgeRows } from "./judge_rows.ts";
import type { RowDriftTest } from "./row_drift.ts";

/** The mean of the only column less that of the reference. */
const meanChange: RowDriftTest = {
  name: "mean_change",
  learn(reference) {
    const mean = (values: Float32Array) => values.reduce((sum, v) => sum + v, 0) / values.length;
    const usual = mean(reference.values);
    return Promise.resolve({
      compute: ({ values }) => Promise.resolve(mean(values) - usual),
      noChangeRange: (rows) => ({ lowest: -1 / rows, highest: 1 / rows }),
    });
  },
};

const x = matrix(["kwh"], [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
const chunks = [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5];

function judge(value: number) {
  return judgeRows(meanChange, { x, chunks }, matrix(["kwh"], [value, value]), { seed: 7 });
}

Deno.test("judgeRows() takes chunks beside the others for usual, three deviations up and down", async () => {
  // A chunk of v is v - (15 - v) / 5 = 1.2 v - 3 from the others: -3, -1.8, … 3, whose mean is 0 and
  // whose squares add up to 25.2.
  const margin = 3 * Math.sqrt(25.2 / 5);
  const { score, usual, noChange, drifted } = await judge(2.5 + margin + 0.01);
  assert.ok(Math.abs(score - margin - 0.01) < 1e-6 && drifted);
  assert.ok(Math.abs(usual.highest - margin) < 1e-12 && Math.abs(usual.lowest + margin) < 1e-12);
  assert.deepEqual(noChange, { lowest: -1 / 2, highest: 1 / 2 });
});

Deno.test("judgeRows() finds drift outside the usual alone, in both directions", async () => {
  const drifted = await Promise.all([-4.3, -4.2, 9.2, 9.3].map(async (value) => {
    return (await judge(value)).drifted;
  }));
  assert.deepEqual(drifted, [true, false, false, true]);
});

Deno.test("judgeRows() is never narrower than what sampling makes of a chunk or of the rows", async () => {
  const even = { x: matrix(["kwh"], new Array(12).fill(1)), chunks };
  const one = await judgeRows(meanChange, even, matrix(["kwh"], [1]), { seed: 7 });
  assert.deepEqual(one.usual, { lowest: -1, highest: 1 });
  const many = await judgeRows(meanChange, even, matrix(["kwh"], new Array(9).fill(1)), {
    seed: 7,
  });
  assert.deepEqual(many.usual, { lowest: -1 / 2, highest: 1 / 2 });
});

Deno.test("judgeRows() refuses fewer than six chunks", async () => {
  const few = { x, chunks: chunks.map((chunk) => Math.min(chunk, 4)) };
  await assert.rejects(judgeRows(meanChange, few, x, { seed: 7 }), RangeError);
});
