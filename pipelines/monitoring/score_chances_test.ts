import assert from "node:assert/strict";
import { scoreChances } from "./score_chances.ts";

const HOUR_MS = 3_600_000;

/** Hours of two scores, of which so many each are anomalous. */
function known(low: [hours: number, anomalous: number], high: [hours: number, anomalous: number]) {
  const rows = [[0.25, ...low], [0.75, ...high]].flatMap(([score, hours, anomalous]) =>
    Array.from({ length: hours }, (_, i) => ({ score, label: i < anomalous ? 1 : 0 }))
  );
  const ts = Float64Array.from(rows, (_, row) => row * HOUR_MS);
  return {
    chunks: [{
      from: 0,
      to: rows.length * HOUR_MS,
      meterIds: rows.map(() => "a"),
      ts,
      score: Float32Array.from(rows, ({ score }) => score),
      label: new Uint8Array(rows.length),
    }],
    labels: rows.map(({ label }, row) => ({
      meterId: "a",
      from: ts[row],
      to: ts[row] + HOUR_MS,
      label: label as 0 | 1,
    })),
  };
}

Deno.test("scoreChances() learns how often a score was right", () => {
  const { chunks, labels } = known([100, 10], [100, 90]);
  const { by, hours, chanceOf } = scoreChances(chunks, labels);
  assert.deepEqual([by, hours], ["labels", 200]);
  assert.deepEqual([chanceOf(0.25), chanceOf(0.75)], [0.1, 0.9]);
});

Deno.test("scoreChances() takes the score for the chance with too few labels of a kind", () => {
  const { chunks, labels } = known([100, 0], [100, 49]);
  const { by, chanceOf } = scoreChances(chunks, labels);
  assert.deepEqual([by, chanceOf(0.75)], ["training", 0.75]);
  const enough = known([100, 0], [100, 50]);
  assert.equal(scoreChances(enough.chunks, enough.labels).by, "labels");
});

Deno.test("scoreChances() learns nothing of scores that are higher for usual hours", () => {
  const { chunks, labels } = known([100, 90], [100, 10]);
  assert.equal(scoreChances(chunks, labels).by, "training");
});
