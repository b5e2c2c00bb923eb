import assert from "node:assert/strict";
import { criteria, type Criterion } from "./conformance.ts";
import { rowDriftTests } from "./mod.ts";
import type { LearntRows, RowDriftTest } from "./row_drift.ts";

for (const test of Object.values(rowDriftTests)) {
  for (const { name, check } of criteria) {
    Deno.test(`the test of rows ${test.name} ${name}`, () => check(test));
  }
}

function criterion(words: RegExp): Criterion {
  const found = criteria.find(({ name }) => words.test(name));
  assert.ok(found, `no criterion matches ${words}`);
  return found;
}

Deno.test("criteria catch a test of rows that breaks the promise", async () => {
  const broken: [RegExp, (good: LearntRows) => Partial<LearntRows>][] = [
    [/outside its/, () => ({ compute: () => Promise.resolve(9) })],
    [/no column/, ({ noChangeRange }) => ({
      compute: () => Promise.resolve(noChangeRange(400).highest),
    })],
    [/order of rows/, () => ({ compute: ({ values }) => Promise.resolve(values[0]) })],
    [/narrows/, () => ({ noChangeRange: () => ({ lowest: 0, highest: 1 }) })],
    [/finite/, () => ({ compute: ({ values }) => Promise.resolve(values[0]) })],
    [/refuses/, () => ({ compute: () => Promise.resolve(0) })],
  ];
  assert.equal(broken.length, criteria.length);
  for (const [words, spoil] of broken) {
    const test: RowDriftTest = {
      name: "spoilt",
      async learn(reference, context) {
        const good = await rowDriftTests.pca_reconstruction.learn(reference, context);
        return { ...good, ...spoil(good) };
      },
    };
    await assert.rejects(criterion(words).check(test), assert.AssertionError, `${words}`);
  }
});
