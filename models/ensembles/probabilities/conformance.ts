/** What every map to probabilities must do: the suite each member of the family runs. */

import assert from "node:assert/strict";
import { random } from "../../random.ts";
import { type ProbabilityState, restoreProbability } from "./mod.ts";
import type { Probability } from "./probability.ts";

const ROWS = 500;
const GRID = Array.from({ length: 201 }, (_, i) => i / 200);

/** A promise a map keeps, and the check of it. */
export interface Criterion {
  readonly name: string;
  check(probability: Probability): void;
}

/** The criteria in order. The check throws an AssertionError where a map falls short. */
export const criteria: readonly Criterion[] = [
  {
    name: "lies in [0, 1], never falls and somewhere rises",
    check(probability) {
      const map = probability.fit(...labelledScores());
      const chances = GRID.map((score) => map.probability(score));
      assert.ok(chances.every((chance) => chance >= 0 && chance <= 1), `${chances}`);
      chances.slice(1).forEach((chance, i) => assert.ok(chance >= chances[i], `at ${GRID[i]}`));
      assert.ok(chances[0] < chances[GRID.length - 1]);
    },
  },
  {
    name: "expects as many anomalies as there were",
    check(probability) {
      const [scores, labels] = labelledScores();
      const map = probability.fit(scores, labels);
      const expected = scores.reduce((sum, score) => sum + map.probability(score), 0);
      const actual = labels.reduce((sum, label) => sum + label, 0);
      // Platt's targets are 1 / (n + 2) off 0 and 1: by one row of either class at most.
      assert.ok(Math.abs(expected - actual) < 1, `${expected} instead of ${actual}`);
    },
  },
  {
    name: "does not depend on the order of the rows",
    check(probability) {
      const [scores, labels] = labelledScores();
      const map = probability.fit(scores, labels);
      const other = probability.fit(scores.toReversed(), labels.toReversed());
      assert.equal(JSON.stringify(other), JSON.stringify(map));
    },
  },
  {
    name: "gives the same chances after a round trip through JSON",
    check(probability) {
      const map = probability.fit(...labelledScores());
      const state: ProbabilityState = JSON.parse(JSON.stringify(map));
      const restored = restoreProbability(state);
      assert.deepEqual(
        GRID.map((score) => restored.probability(score)),
        GRID.map((score) => map.probability(score)),
      );
    },
  },
  {
    name: "leaves its input as it was",
    check(probability) {
      const [scores, labels] = labelledScores();
      probability.fit(scores, labels);
      assert.deepEqual([scores, labels], labelledScores());
    },
  },
  {
    name: "refuses labels of one class, and anomalous rows that do not score higher",
    check(probability) {
      const [scores, labels] = labelledScores();
      const useless: [Float64Array, Uint8Array][] = [
        [scores, new Uint8Array(ROWS)],
        [scores, new Uint8Array(ROWS).fill(1)],
        [scores.map((score) => 1 - score), labels.map((_, row) => scores[row] > 0.5 ? 1 : 0)],
        [new Float64Array(ROWS).fill(0.5), labels],
      ];
      for (const [bad, judged] of useless) {
        assert.throws(() => probability.fit(bad, judged), RangeError);
      }
    },
  },
];

/** Scores in steps, some tied; the chance of an anomaly is the square of the score. */
function labelledScores(): [Float64Array, Uint8Array] {
  const draw = random(5);
  const scores = Float64Array.from({ length: ROWS }, () => Math.round(draw() * 200) / 200);
  return [scores, Uint8Array.from(scores, (score) => draw() < score ** 2 ? 1 : 0)];
}
