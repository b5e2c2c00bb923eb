/** What every metric must do: the suite each member of the family runs. */

import assert from "node:assert/strict";
import type { EvaluationRows, Metric } from "./metric.ts";

const METERS = [..."abcdef"];
const HOURS = 40;

/** Six meters; hours 10 to 14 of every second one are anomalous and score higher by `lift`. */
function rowsOf(lift: number): EvaluationRows {
  const meterIds = METERS.flatMap((id) => new Array<string>(HOURS).fill(id));
  const labels = Uint8Array.from(
    meterIds,
    (id, i) => METERS.indexOf(id) % 2 === 0 && i % HOURS >= 10 && i % HOURS < 15 ? 1 : 0,
  );
  const scores = Float64Array.from(labels, (label, i) => ((i * 37) % 101) / 101 + lift * label);
  return {
    meterIds,
    ts: Float64Array.from(labels, (_, i) => (i % HOURS) * 3_600_000),
    intervalMs: 3_600_000,
    labels,
    scores,
    predicted: Uint8Array.from(scores, (score) => score >= 0.97 ? 1 : 0),
  };
}

function reversed(rows: EvaluationRows): EvaluationRows {
  return {
    ...rows,
    meterIds: rows.meterIds.toReversed(),
    ts: rows.ts.toReversed(),
    labels: rows.labels.toReversed(),
    scores: rows.scores.toReversed(),
    predicted: rows.predicted.toReversed(),
  };
}

/** A promise a metric keeps, and the check of it. */
export interface Criterion {
  readonly name: string;
  check(metric: Metric): void;
}

/** The criteria in order. The check throws an AssertionError where a metric falls short. */
export const criteria: readonly Criterion[] = [
  {
    name: "has its best value for the truth itself: 1 if higher is better, 0 if lower is",
    check({ better, compute }) {
      const rows = rowsOf(0);
      const value = compute({
        ...rows,
        scores: Float64Array.from(rows.labels),
        predicted: rows.labels,
      });
      if (better !== "neither") assert.equal(value, better === "higher" ? 1 : 0);
    },
  },
  {
    name: "is not negative, in [0, 1] for a share, and gets better with better scores",
    check({ unit, better, compute }) {
      // Of what goes unnoticed at the least lifts there is no delay.
      const lifts = better === "lower" ? [0.9, 0.3] : [-1, 0.1, 0.9];
      const values = lifts.map((lift) => compute(rowsOf(lift)));
      values.forEach((value, i) => {
        assert.ok(value >= 0 && value <= (unit === "share" ? 1 : Infinity), `${value}`);
        if (better !== "neither" && i > 0) assert.ok(values[i - 1] < value, `${values}`);
      });
    },
  },
  {
    name: "does not depend on the order of the rows",
    check(metric) {
      const rows = rowsOf(0.3);
      assert.equal(metric.compute(reversed(rows)), metric.compute(rows));
    },
  },
  {
    name: "leaves its input as it was",
    check(metric) {
      const rows = rowsOf(0.3);
      metric.compute(rows);
      assert.deepEqual(rows, rowsOf(0.3));
    },
  },
];
