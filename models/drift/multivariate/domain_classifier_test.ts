import assert from "node:assert/strict";
import { type Matrix, matrix } from "../../matrix.ts";
import { random } from "../../random.ts";
import { domainClassifier } from "./domain_classifier.ts";

/** Uniform values in [from, from + 1), of which the share `gone` is missing. */
function uniform(rows: number, seed: number, from = 0, gone = 0): Matrix {
  const next = random(seed);
  const draw = () => next() < gone ? NaN : from + next();
  return matrix(["kwh"], Array.from({ length: rows }, draw));
}

async function area(reference: Matrix, current: Matrix, seed = 7): Promise<number> {
  return await (await domainClassifier.learn(reference, { seed })).compute(current);
}

Deno.test("domainClassifier comes near the area that the best classifier has", async () => {
  // Uniform on [0, 1) against [0.5, 1.5): three halves are certain or even; 1 - (1/2)² / 2 = 7/8.
  const found = await area(uniform(2000, 1), uniform(2000, 2, 0.5));
  assert.ok(Math.abs(found - 7 / 8) < 0.02, `${found}`);
});

Deno.test("domainClassifier sees that more is missing", async () => {
  // A third of one side against none: an area of 1/2 + 1/6.
  const found = await area(uniform(1500, 3), uniform(1500, 4, 0, 1 / 3));
  assert.ok(Math.abs(found - 2 / 3) < 0.03, `${found}`);
});

Deno.test("domainClassifier finds 0.5 for the reference's own rows, 1 for others throughout", async () => {
  const reference = uniform(300, 5);
  assert.equal(await area(reference, reference), 0.5);
  assert.equal(await area(reference, uniform(80, 6, 3)), 1);
  assert.equal(
    await area(matrix(["a"], new Array(50).fill(1)), matrix(["a"], new Array(60).fill(2))),
    1,
  );
});

Deno.test("domainClassifier draws 4000 rows of a side by its seed", async () => {
  const [reference, current] = [uniform(4001, 7), uniform(60, 8)];
  assert.notEqual(await area(reference, current, 1), await area(reference, current, 2));
  const learnt = await domainClassifier.learn(reference, { seed: 1 });
  assert.deepEqual(learnt.noChangeRange(9000), learnt.noChangeRange(4000));
});

Deno.test("domainClassifier has the quantile of five Mann-Whitney statistics for its range", async () => {
  const learnt = await domainClassifier.learn(uniform(500, 9), { seed: 7 });
  const { lowest, highest } = learnt.noChangeRange(100);
  const expected = 0.5 + 1.645 * Math.sqrt((500 + 100 + 5) / (12 * 500 * 100));
  assert.deepEqual([lowest, highest], [0, expected]);
});

Deno.test("domainClassifier refuses fewer than 50 rows", async () => {
  await assert.rejects(area(uniform(49, 1), uniform(60, 2)), {
    name: "RangeError",
    message: "Cannot tell rows apart as each side must have at least 50: current number is 49",
  });
});
