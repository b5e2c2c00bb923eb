import assert from "node:assert/strict";
import { random } from "../random.ts";
import { meterFigures } from "./meter_figures.ts";
import { type MeterTally, tallyMeters } from "./meter_tally.ts";
import { type MetricName, metrics } from "./mod.ts";

const HOUR = 3_600_000;

/** Meters of 300 hours with an event of ten hours each, and scores that tell it more or less. */
function rowsOf(meters: readonly string[]) {
  const draw = random(3);
  const length = meters.length * 300;
  const labels = Uint8Array.from(
    { length },
    (_, row) => row % 300 >= 200 && row % 300 < 210 ? 1 : 0,
  );
  const scores = Float64Array.from(labels, (label) => draw() + 0.3 * label);
  return {
    meterIds: meters.flatMap((id) => new Array<string>(300).fill(id)),
    ts: Float64Array.from(labels, (_, row) => (row % 300) * HOUR),
    labels,
    scores,
    predicted: Uint8Array.from(scores, (score) => score > 0.99 ? 1 : 0),
  };
}

Deno.test("meterFigures() of one meter are the metrics of its rows", () => {
  const rows = rowsOf(["a"]);
  const figures = meterFigures(tallyMeters(rows));
  assert.deepEqual(Object.keys(figures), Object.keys(metrics));
  for (const [name, { compute }] of Object.entries(metrics)) {
    const difference = figures[name as MetricName] - compute(rows);
    assert.ok(Math.abs(difference) < 1e-12, name);
  }
});

Deno.test("meterFigures() pools events as the metrics do, and averages volumes", () => {
  const rows = rowsOf(["a", "b", "c"]);
  const figures = meterFigures(tallyMeters(rows));
  for (const [name, { compute }] of Object.entries(metrics)) {
    if (name === "roc_auc" || name === "average_precision") continue;
    assert.ok(Math.abs(figures[name as MetricName] - compute(rows)) < 1e-12, name);
  }
});

const told: MeterTally = {
  meterId: "a",
  hours: 168,
  ranking: { roc_auc: 0.5, average_precision: 0.25, vus_roc: 0.75, vus_pr: 0.125 },
  trueEvents: 4,
  detected: 2,
  predictedEvents: 3,
  confirmed: 1,
  delayHours: 6,
};

Deno.test("meterFigures() counts a meter as often as it is chosen, and none without two classes", () => {
  const better = { roc_auc: 1, average_precision: 1, vus_roc: 1, vus_pr: 1 };
  const one = { ...told, ranking: better };
  const unranked = { ...told, ranking: null };
  assert.equal(meterFigures([told, told, told, one, unranked]).roc_auc, (3 * 0.5 + 1) / 4);
});

Deno.test("meterFigures() has no delay and no precision where nothing was reported", () => {
  const silent = { ...told, detected: 0, predictedEvents: 0, confirmed: 0, delayHours: 0 };
  const figures = meterFigures([silent]);
  assert.ok(Number.isNaN(figures.detection_delay_h));
  assert.deepEqual([figures.event_precision, figures.event_recall, figures.event_f1], [0, 0, 0]);
});

Deno.test("meterFigures() has no recall where nothing is true", () => {
  const sound = { ...told, ranking: null, trueEvents: 0, detected: 0, confirmed: 0 };
  const figures = meterFigures([sound]);
  for (const name of ["roc_auc", "event_recall", "event_f1"] as const) {
    assert.ok(Number.isNaN(figures[name]), name);
  }
  assert.equal(figures.alerts_per_meter_week, 3);
});
