/** What every rule that chooses a threshold must do: the suite each member of the family runs. */

import assert from "node:assert/strict";
import { random } from "../random.ts";
import type { LabelledValidationRows } from "./f_beta.ts";
import { labelScores, type Threshold } from "./threshold.ts";

const METERS = 4;
const HOURS = 336;

/** A rule with its option filled in, on rows that hold all that any rule asks for. */
export type Choose = (rows: LabelledValidationRows) => Threshold;

/** A promise a rule keeps, and the check of it. */
export interface Criterion {
  readonly name: string;
  check(choose: Choose): void;
}

/** The criteria in order. The check throws an AssertionError where a rule falls short. */
export const criteria: readonly Criterion[] = [
  {
    name: "labels the highest scores, some and not all",
    check(choose) {
      const rows = scoredRows();
      const labels = labelScores(rows.scores, choose(rows));
      const labelled = labels.reduce((sum, label) => sum + label, 0);
      assert.ok(labelled > 0 && labelled < labels.length / 2, `${labelled} rows`);
    },
  },
  {
    name: "does not depend on the order of the rows",
    check(choose) {
      const rows = scoredRows();
      const backwards = {
        meterIds: rows.meterIds.toReversed(),
        ts: rows.ts.toReversed(),
        scores: rows.scores.toReversed(),
        labels: rows.labels.toReversed(),
      };
      assert.deepEqual(choose(backwards), choose(rows));
    },
  },
  {
    name: "draws the same line through scores of another scale",
    check(choose) {
      const rows = scoredRows();
      // A power of two scales without rounding.
      const doubled = { ...rows, scores: rows.scores.map((score) => 2 * score) };
      assert.equal(choose(doubled).value, 2 * choose(rows).value);
    },
  },
  {
    name: "labels none where all scores are equal, or all of them",
    check(choose) {
      const rows = scoredRows();
      const scores = rows.scores.map(() => 0.25);
      const labels = labelScores(scores, choose({ ...rows, scores }));
      assert.equal(new Set(labels).size, 1);
    },
  },
  {
    name: "refuses no scores and scores that are not finite",
    check(choose) {
      const rows = scoredRows();
      for (const score of [NaN, Infinity, -Infinity]) {
        const scores = rows.scores.with(7, score);
        assert.throws(() => choose({ ...rows, scores }), RangeError);
      }
      const none = {
        meterIds: [],
        ts: new Float64Array(),
        scores: new Float64Array(),
        labels: new Uint8Array(),
      };
      assert.throws(() => choose(none), RangeError);
    },
  },
  {
    name: "leaves its input as it was",
    check(choose) {
      const rows = scoredRows();
      choose(rows);
      assert.deepEqual(rows, scoredRows());
    },
  },
];

/** Hours of four meters; twelve runs of three hours are anomalous and score higher. */
function scoredRows(): LabelledValidationRows {
  const draw = random(11);
  const rows = Array.from({ length: METERS * HOURS }, (_, i) => {
    const [meter, hour] = [Math.floor(i / HOURS), i % HOURS];
    const label = hour % 112 >= 50 && hour % 112 < 53 ? 1 : 0;
    return { id: `meter ${meter}`, hour, label, score: draw() * 0.75 + label * 0.5 };
  });
  return {
    meterIds: rows.map(({ id }) => id),
    ts: Float64Array.from(rows, ({ hour }) => hour * 3_600_000),
    scores: Float64Array.from(rows, ({ score }) => score),
    labels: Uint8Array.from(rows, ({ label }) => label),
  };
}
