import assert from "node:assert/strict";
import { type MeterTally, metrics } from "../../models/mod.ts";
import { reportedFigures, withIntervals } from "./reported_figures.ts";

const told: MeterTally = {
  meterId: "a",
  hours: 168,
  ranking: { roc_auc: 0.5, average_precision: 0.25, vus_roc: 0.5, vus_pr: 0.25 },
  trueEvents: 4,
  detected: 0,
  predictedEvents: 2,
  confirmed: 0,
  delayHours: 0,
};

Deno.test("reportedFigures() puts the interval beside each figure, and null where there is none", () => {
  const better = { ...told, ranking: { ...told.ranking!, roc_auc: 1 } };
  const figures = reportedFigures([told, better], 1);
  assert.deepEqual(
    Object.keys(figures),
    Object.keys(metrics).flatMap((name) => [name, `${name}_ci`]),
  );
  // Of two meters, one in four draws is each of them twice.
  assert.deepEqual([figures.roc_auc, figures.roc_auc_ci], [0.75, [0.5, 1]]);
  assert.deepEqual([figures.detection_delay_h, figures.detection_delay_h_ci], [null, [null, null]]);
  assert.deepEqual([figures.alerts_per_meter_week, figures.event_recall], [2, 0]);
});

Deno.test("withIntervals() draws the same places where it is called with one seed", () => {
  const sum = (drawn: readonly number[]) => ({ sum: drawn.reduce((a, b) => a + b, 0) });
  const [one, twice] = [[1, 2, 4, 8], [2, 4, 8, 16]].map((meters) => withIntervals(meters, sum, 3));
  assert.deepEqual(twice.sum_ci, one.sum_ci.map((end) => 2 * end!));
});
