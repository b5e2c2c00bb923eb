import assert from "node:assert/strict";
import { figuresByMeter } from "./figures_by_meter.ts";

const HOUR = 3_600_000;

Deno.test("figuresByMeter() judges each meter alone", () => {
  const figures = figuresByMeter({
    meterIds: ["b", "b", "b", "b", "b", "a", "a", "c", "c"],
    ts: Float64Array.of(0, 1, 2, 3, 4, 0, 1, 0, 1).map((hour) => hour * HOUR),
    labels: Uint8Array.of(1, 0, 0, 0, 1, 1, 0, 0, 0),
    scores: Float64Array.of(0.9, 0.8, 0.3, 0.1, 0.2, 0.9, 0.1, 0.2, 0.1),
    predicted: Uint8Array.of(1, 0, 0, 1, 0, 1, 0, 0, 0),
  });
  assert.deepEqual(Object.keys(figures), ["a", "b", "c"]);
  const { event_precision, event_recall, event_f1, average_precision } = figures.b;
  // One of two reported events is right, one of two faults is found; marked hours rank 1 and 4.
  assert.deepEqual([event_precision, event_recall, event_f1], [0.5, 0.5, 0.5]);
  assert.equal(average_precision, (1 + 2 / 4) / 2);
  assert.deepEqual([figures.a.event_f1, figures.a.detection_delay_h], [1, 0]);
  // A meter without a fault says nothing of ranks, recall and delay.
  const { roc_auc, event_recall: recall, detection_delay_h, alerts_per_meter_week } = figures.c;
  assert.deepEqual([roc_auc, recall, detection_delay_h, alerts_per_meter_week], [
    null,
    null,
    null,
    0,
  ]);
});
