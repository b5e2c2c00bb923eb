import assert from "node:assert/strict";
import { averagePrecision, type MeterTally, random } from "../../models/mod.ts";
import { bandRows, curveRows, winRows } from "./chart_rows.ts";

const draw = random(1);
const labels = Uint8Array.from({ length: 3_000 }, (_, row) => row % 3 === 0 ? 1 : 0);
const scores = Float64Array.from(labels, (label) => draw() + label / 2);

Deno.test("curveRows() takes tied scores as one point", () => {
  assert.deepEqual(curveRows(Uint8Array.of(1, 0, 1, 0), Float64Array.of(2, 2, 2, 1)), [
    { recall: 1, precision: 2 / 3 },
    { recall: 1, precision: 1 / 2 },
  ]);
});

Deno.test("curveRows() of many scores keeps the area, ascending recall and the last point", () => {
  const points = curveRows(labels, scores);
  assert.ok(points.length > 150 && points.length <= 202, `${points.length}`);
  assert.deepEqual(points.at(-1), { recall: 1, precision: 1 / 3 });
  let area = 0;
  points.forEach(({ recall, precision }, i) => {
    const before = i === 0 ? 0 : points[i - 1].recall;
    assert.ok(recall >= before);
    area += (recall - before) * precision;
  });
  assert.ok(Math.abs(area - averagePrecision(labels, scores)) < 0.01);
});

Deno.test("bandRows() counts every row once and puts 1 into the last band", () => {
  const bands = bandRows(Uint8Array.of(0, 1, 1, 0), Float64Array.of(0, 0.05, 0.06, 1));
  assert.deepEqual(bands.filter(({ hours }) => hours > 0), [
    { score: 0.025, share: 0, hours: 1 },
    { score: 0.075, share: 1, hours: 2 },
    { score: 0.975, share: 0, hours: 1 },
  ]);
  assert.equal(bands.length, 20);
});

function meter(averagePrecision: number | null): MeterTally {
  const events = { trueEvents: 1, detected: 0, predictedEvents: 0, confirmed: 0, delayHours: 0 };
  const ranking = averagePrecision === null
    ? null
    : { roc_auc: 0.5, average_precision: averagePrecision, vus_roc: 0.5, vus_pr: 0.5 };
  return { meterId: "m", hours: 1, ranking, ...events };
}

Deno.test("winRows() counts ranked meters, ties half", () => {
  const one = { name: "one", meters: [meter(0.5), meter(0.5), meter(0.75), meter(null)] };
  const other = { name: "other", meters: [meter(0.25), meter(0.5), meter(0.9), meter(null)] };
  assert.deepEqual(winRows([one, other]), [
    { scorer: "one", other: "other", share: 0.5 },
    { scorer: "other", other: "one", share: 0.5 },
  ]);
  const better = { name: "better", meters: [meter(1), meter(1), meter(0.75), meter(null)] };
  assert.equal(winRows([better, one])[0].share, 2.5 / 3);
});
