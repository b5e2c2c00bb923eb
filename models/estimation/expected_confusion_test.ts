import assert from "node:assert/strict";
import { confusionFigures, expectedConfusion, sumConfusion } from "./expected_confusion.ts";

Deno.test("expectedConfusion() of certain chances is the confusion matrix", () => {
  const truth = Float64Array.of(1, 1, 1, 0, 0, 0, 0);
  const predicted = Uint8Array.of(1, 1, 0, 1, 0, 0, 0);
  assert.deepEqual(expectedConfusion(truth, predicted), {
    truePositives: 2,
    falsePositives: 1,
    falseNegatives: 1,
    trueNegatives: 3,
  });
});

Deno.test("expectedConfusion() is the mean of the matrices of all truths, each with its chance", () => {
  const chances = Float64Array.of(0.5, 0.25, 0.75);
  const predicted = Uint8Array.of(1, 0, 1);
  const mean = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0 };
  for (let truth = 0; truth < 8; truth++) {
    const labels = Float64Array.from(chances, (_, row) => (truth >> row) & 1);
    const chance = labels.reduce(
      (product, label, row) => product * (label === 1 ? chances[row] : 1 - chances[row]),
      1,
    );
    const counts = expectedConfusion(labels, predicted);
    for (const name of Object.keys(mean) as (keyof typeof mean)[]) {
      mean[name] += chance * counts[name];
    }
  }
  assert.deepEqual(expectedConfusion(chances, predicted), mean);
});

Deno.test("expectedConfusion() counts every row once", () => {
  const chances = Float32Array.of(0.5, 0.125, 0.875, 1, 0);
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = expectedConfusion(
    chances,
    Uint8Array.of(1, 0, 1, 0, 1),
  );
  assert.equal(truePositives + falsePositives + falseNegatives + trueNegatives, 5);
  assert.equal(truePositives + falseNegatives, 2.5);
});

Deno.test("confusionFigures() has no precision without a report, no recall without an anomaly", () => {
  const none = { truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 4 };
  assert.deepEqual(confusionFigures(none), { precision: NaN, recall: NaN, f1: NaN });
  assert.deepEqual(confusionFigures({ ...none, falseNegatives: 2 }), {
    precision: NaN,
    recall: 0,
    f1: 0,
  });
});

Deno.test("sumConfusion() of the parts is the matrix of the whole", () => {
  const chances = Float64Array.of(0.5, 0.25, 0.75, 0.125);
  const predicted = Uint8Array.of(1, 0, 1, 0);
  const parts = [[0, 2], [2, 4]].map(([from, to]) =>
    expectedConfusion(chances.subarray(from, to), predicted.subarray(from, to))
  );
  assert.deepEqual(sumConfusion(parts), expectedConfusion(chances, predicted));
});

Deno.test("expectedConfusion() refuses what is no chance, and columns of different length", () => {
  assert.throws(() => expectedConfusion(Float64Array.of(1.5), Uint8Array.of(1)), {
    name: "RangeError",
    message:
      "Cannot estimate how right labels are as a chance must lie in [0, 1]: current value is 1.5",
  });
  assert.throws(() => expectedConfusion(Float64Array.of(NaN), Uint8Array.of(1)), RangeError);
  assert.throws(() => expectedConfusion(Float64Array.of(1), Uint8Array.of()), {
    name: "RangeError",
    message:
      "Cannot estimate how right labels are of columns of different length: 1 chances, 0 labels",
  });
});
