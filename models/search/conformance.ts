/** What every way to search must do: the suite each member of the family runs. */

import assert from "node:assert/strict";
import { random } from "../random.ts";
import type { SearchSpace } from "./parameter.ts";
import type { Observation, SearchMethod } from "./search_method.ts";

const TRIALS = 45;

const SPACE: SearchSpace = [
  { name: "trees", kind: "whole", low: 10, high: 300 },
  { name: "share", kind: "real", low: 0.1, high: 0.9 },
  { name: "gamma", kind: "log", low: 1e-4, high: 10 },
  { name: "method", kind: "choice", values: ["largest", "mean", 7] },
];

/** A search with made-up values, one in ten of which is absent. */
function search(method: SearchMethod, seed: number, trials = TRIALS): Observation[] {
  const draw = random(seed + 1000);
  const history: Observation[] = [];
  while (history.length < trials) {
    const proposal = method.propose(SPACE, seed, history);
    const value = draw();
    history.push({ ...proposal, value: value < 0.1 ? null : value });
  }
  return history;
}

/** A promise a way to search keeps, and the check of it. */
export interface Criterion {
  readonly name: string;
  check(method: SearchMethod): void;
}

/** The criteria in order. The check throws an AssertionError where a method falls short. */
export const criteria: readonly Criterion[] = [
  {
    name: "proposes one value for each parameter, within its range",
    check(method) {
      for (const { point, share } of search(method, 1)) {
        const { trees, share: real, gamma, method: word, ...others } = point;
        assert.deepEqual(others, {});
        assert.ok(Number.isInteger(trees) && Number(trees) >= 10 && Number(trees) <= 300);
        assert.ok(Number(real) >= 0.1 && Number(real) <= 0.9);
        assert.ok(Number(gamma) >= 1e-4 && Number(gamma) <= 10);
        assert.ok(["largest", "mean", 7].includes(word));
        assert.ok(share > 0 && share <= 1);
      }
    },
  },
  {
    name: "goes the same way after a break as without one",
    check(method) {
      const whole = search(method, 2);
      for (let length = 0; length < TRIALS; length++) {
        const kept: Observation[] = JSON.parse(JSON.stringify(whole.slice(0, length)));
        const { point, share } = method.propose(SPACE, 2, kept);
        assert.deepEqual([point, share], [whole[length].point, whole[length].share]);
      }
    },
  },
  {
    name: "goes another way with another seed",
    check(method) {
      const [one, other] = [3, 4].map((seed) => search(method, seed, 5).map(({ point }) => point));
      assert.notDeepEqual(one, other);
    },
  },
  {
    name: "tries no point twice with the same rows",
    check(method) {
      const tried = search(method, 5).map(({ point, share }) => JSON.stringify([point, share]));
      assert.equal(new Set(tried).size, TRIALS);
    },
  },
  {
    name: "tries some points with all rows",
    check(method) {
      assert.ok(search(method, 6).some(({ share }) => share === 1));
    },
  },
  {
    name: "leaves the history as it was",
    check(method) {
      const history = search(method, 7);
      method.propose(SPACE, 7, history);
      assert.deepEqual(history, search(method, 7));
    },
  },
];
