import assert from "node:assert/strict";
import { criteria, type Criterion } from "./conformance.ts";
import type { DriftTest } from "./test_contract.ts";
import { driftTests } from "./mod.ts";

for (const test of Object.values(driftTests)) {
  for (const { name, check } of criteria) {
    Deno.test(`the drift test ${test.name} ${name}`, () => check(test));
  }
}

function criterion(words: RegExp): Criterion {
  const found = criteria.find(({ name }) => words.test(name));
  assert.ok(found, `no criterion matches ${words}`);
  return found;
}

Deno.test("criteria catch a drift test that breaks the promise", () => {
  const { psi } = driftTests;
  let calls = 0;
  const broken: [RegExp, Partial<DriftTest>][] = [
    [/own values/, { compute: () => 1e-9 }],
    [/one sample in twenty/, { noChangeFloor: (column, n) => psi.noChangeFloor(column, n) / 2 }],
    [/rises with the shift/, { compute: () => 0.5 }],
    [/falls with more/, { noChangeFloor: () => 0.5 }],
    [/never negative/, { compute: (_, { sorted }) => sorted[0] }],
    [/round trip/, { compute: () => calls++ }],
    [/leaves its input/, { compute: (_, { sorted }) => sorted.fill(0)[0] }],
    [/does not grow/, {
      compute: (column, { n, sorted }) => n * psi.compute(column, { n, sorted }),
    }],
  ];
  assert.equal(broken.length, criteria.length);
  for (const [words, spoilt] of broken) {
    const test: DriftTest = { ...psi, ...spoilt };
    assert.throws(() => criterion(words).check(test), assert.AssertionError, `${words}`);
  }
});
