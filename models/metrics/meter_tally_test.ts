import assert from "node:assert/strict";
import { averagePrecision } from "./average_precision.ts";
import { tallyMeters } from "./meter_tally.ts";
import { rocAuc } from "./roc_auc.ts";
import { volumeUnderSurface } from "./volume_under_surface.ts";

const HOUR = 3_600_000;

/** Two meters of eight half hours each, in no order of meters; "quiet" has no anomalous row. */
const labels = [..."0110001000000000"].map(Number);
const scores = [1, 5, 7, 2, 9, 0, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8];
const predicted = [..."0010100000000011"].map(Number);
const rows = {
  meterIds: ["loud", "quiet"].flatMap((id) => new Array<string>(8).fill(id)),
  ts: Float64Array.from(labels, (_, row) => (row % 8) * HOUR / 2),
  intervalMs: HOUR / 2,
  labels: Uint8Array.from(labels),
  scores: Float64Array.from(scores),
  predicted: Uint8Array.from(predicted),
};

Deno.test("tallyMeters() counts events and hours of each meter by itself", () => {
  const [{ ranking: _, ...loud }, quiet] = tallyMeters(rows);
  assert.deepEqual(loud, {
    meterId: "loud",
    hours: 4,
    trueEvents: 2,
    detected: 1,
    // Rows 2 and 4 are one event, over the gap between them.
    predictedEvents: 1,
    confirmed: 1,
    delayHours: 1 / 2,
  });
  assert.deepEqual(quiet, {
    meterId: "quiet",
    hours: 4,
    ranking: null,
    trueEvents: 0,
    detected: 0,
    predictedEvents: 1,
    confirmed: 0,
    delayHours: 0,
  });
});

Deno.test("tallyMeters() ranks the rows of a meter among themselves", () => {
  const own = [rows.labels.subarray(0, 8), rows.scores.subarray(0, 8)] as const;
  const { roc, pr } = volumeUnderSurface(...own);
  assert.deepEqual(tallyMeters(rows)[0].ranking, {
    roc_auc: rocAuc(...own),
    average_precision: averagePrecision(...own),
    vus_roc: roc,
    vus_pr: pr,
  });
});

Deno.test("tallyMeters() refuses a score that is NaN", () => {
  assert.throws(() => tallyMeters({ ...rows, scores: rows.scores.map(() => NaN) }), RangeError);
});
