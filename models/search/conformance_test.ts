import assert from "node:assert/strict";
import { criteria, type Criterion } from "./conformance.ts";
import { searchMethods } from "./mod.ts";
import type { SearchMethod } from "./search_method.ts";

for (const method of Object.values(searchMethods)) {
  for (const { name, check } of criteria) {
    Deno.test(`the search ${method.name} ${name}`, () => check(method));
  }
}

Deno.test("searchMethods lists every method under its name", () => {
  const names = Object.values(searchMethods).map(({ name }) => name);
  assert.deepEqual(names, Object.keys(searchMethods));
});

function criterion(words: RegExp): Criterion {
  const found = criteria.find(({ name }) => words.test(name));
  assert.ok(found, `no criterion matches ${words}`);
  return found;
}

Deno.test("criteria catch a search that breaks the promise", () => {
  const { random } = searchMethods;
  let calls = 0;
  const broken: [RegExp, SearchMethod["propose"]][] = [
    [/within its range/, (...args) => ({ ...random.propose(...args), share: 2 })],
    [/after a break/, (space, _, history) => random.propose(space, calls++, history)],
    [/another seed/, (space, _, history) => random.propose(space, 1, history)],
    [/no point twice/, (space, seed) => random.propose(space, seed, [])],
    [/all rows/, (...args) => ({ ...random.propose(...args), share: 0.5 })],
    [/leaves the history/, (space, seed, history) => {
      (history as unknown[]).reverse();
      return random.propose(space, seed, history);
    }],
  ];
  assert.equal(broken.length, criteria.length);
  for (const [words, propose] of broken) {
    const check = () => criterion(words).check({ name: "broken", propose });
    assert.throws(check, assert.AssertionError, `${words}`);
  }
});
