import assert from "node:assert/strict";
import type { Reading } from "../../data/mod.ts";
import {
  detectors,
  ensembleToOnnx,
  fitEnsemble,
  type FittedEnsemble,
  quantileThreshold,
} from "../../models/mod.ts";
import { openSession } from "../../models/onnx/session.ts";
import {
  featureColumns,
  type FeatureRows,
  featureTableQuery,
  featureViews,
  materialize,
  readFeatures,
} from "../features/mod.ts";
import { openReadings, type SimulatedReadings, simulateLoad } from "../features/simulated_load.ts";
import { openHistory } from "./history.ts";
import { createReadingScorer, type ReadingScorer } from "./score_readings.ts";

const HOUR = 3_600_000;
const FROM = Date.UTC(2021, 0, 25);
const HOURS = 24 * 63;
/** From here on readings are sent; those before are known. */
const NOW = FROM + (HOURS - 60) * HOUR;
const columns = featureColumns(featureViews);
const meters = [
  { meterId: "h", siteId: "s", timeZone: "Europe/London", intervalMinutes: 60, size: 1 },
  { meterId: "k", siteId: "s", timeZone: "Asia/Kolkata", intervalMinutes: 30, size: 3 },
  { meterId: "q", siteId: "s", timeZone: "Europe/London", intervalMinutes: 15, size: 9 },
];
const times = Array.from({ length: HOURS }, (_, hour) => FROM + hour * HOUR);
const weather = { siteId: "s", ts: times, temperatureC: times.map((_, hour) => hour % 24) };
const load = simulateLoad(meters, { from: FROM, hours: HOURS, seed: 21 });

function where(keep: (meterId: string, ts: number) => boolean): SimulatedReadings {
  const rows = load.ts.flatMap((ts, i) => keep(load.meter_id[i], ts) ? [i] : []);
  return {
    meter_id: rows.map((i) => load.meter_id[i]),
    ts: rows.map((i) => load.ts[i]),
    kwh: rows.map((i) => load.kwh[i]),
  };
}

function sent(keep: (meterId: string, ts: number) => boolean): Reading[] {
  const { meter_id, ts, kwh } = where((meterId, at) => at >= NOW && keep(meterId, at));
  return ts.map((at, i) => ({ meterId: meter_id[i], ts: at, kwh: kwh[i] }));
}

interface Fixture {
  /** Features of all readings, made in one go. */
  readonly batch: FeatureRows;
  readonly ensemble: FittedEnsemble;
  readonly threshold: number;
  readonly score: ReadingScorer;
  /** Of the same model and history. */
  readonly another: ReadingScorer;
}

async function withScorer(test: (fixture: Fixture) => Promise<void>): Promise<void> {
  await using whole = await openReadings(load, { meters, weather });
  await materialize(whole, featureViews);
  await whole.run(`CREATE VIEW features AS ${featureTableQuery(featureViews)}`);
  const { x } = await readFeatures(whole, columns, { until: NOW, complete: true });
  const members = [
    { detector: detectors.z_score() },
    { detector: detectors.iqr() },
    { detector: detectors.isolation_forest() },
  ];
  const ensemble = await fitEnsemble(x, x, members, { seed: 5 });
  const threshold = Math.fround(quantileThreshold(ensemble.anomalyScores(x), 0.1).value);
  const session = await openSession(ensembleToOnnx(ensemble, threshold));
  await using db = await openReadings(where((_, ts) => ts < NOW), { meters, weather });
  const history = await openHistory(db, featureViews);
  const model = { columns, views: featureViews, session };
  const [score, another] = [
    createReadingScorer(model, history),
    createReadingScorer(model, history),
  ];
  // With the hour of meter "k" whose first half is known and whose second half is sent.
  const batch = await readFeatures(whole, columns, { from: NOW - HOUR / 2 });
  try {
    await test({ batch, ensemble, threshold, score, another });
  } finally {
    await session.close();
  }
}

Deno.test("a reading scorer gives the ensemble's own scores of the features made in one go", async () => {
  await withScorer(async ({ batch, ensemble, threshold, score }) => {
    const scored = await score(sent(() => true));
    assert.deepEqual(
      scored.map(({ meterId, ts }) => [meterId, ts]),
      batch.meterIds.map((meterId, row) => [meterId, batch.ts[row]]),
    );
    assert.ok(scored.length > 150);
    const expected = ensemble.anomalyScores(batch.x);
    const expectedMembers = ensemble.memberScores(batch.x);
    scored.forEach((hour, row) => {
      assert.ok(Math.abs(hour.score - expected[row]) < 1e-5, `${hour.score} ${expected[row]}`);
      assert.equal(hour.label, hour.score >= threshold ? 1 : 0);
      assert.equal(hour.kwh, batch.kwh[row]);
      assert.equal(hour.expectedKwh, batch.expectedKwh[row]);
      const byName = Object.entries(hour.memberScores);
      assert.deepEqual(byName.map(([name]) => name), ["z_score", "iqr", "isolation_forest"]);
      byName.forEach(([, value], member) =>
        assert.ok(Math.abs(value - expectedMembers[row * 3 + member]) < 1e-5)
      );
      const values = batch.x.values.subarray(row * columns.length, (row + 1) * columns.length);
      assert.deepEqual(hour.missing, columns.filter((_, column) => Number.isNaN(values[column])));
    });
    const [odd] = await score([{ meterId: "h", ts: NOW, kwh: 5_000 }]);
    assert.deepEqual([scored[0].label, odd.label], [0, 1]);
  });
});

Deno.test("a reading scorer keeps calls that run at the same time apart", async () => {
  await withScorer(async ({ score }) => {
    const first = sent((meterId, ts) => meterId === "h" && ts < NOW + 20 * HOUR);
    const second = sent((meterId, ts) => meterId === "q" && ts < NOW + 5 * HOUR);
    const alone = [await score(first), await score(second)];
    assert.deepEqual(await Promise.all([score(first), score(second)]), alone);
    assert.deepEqual(await Promise.all([score(second), score(first)]), alone.toReversed());
    assert.deepEqual([alone[0].length, alone[1].length], [20, 5]);
  });
});

Deno.test("two reading scorers of one history keep their calls apart", async () => {
  await withScorer(async ({ score, another }) => {
    const first = sent((meterId, ts) => meterId === "h" && ts < NOW + 20 * HOUR);
    const second = sent((meterId, ts) => meterId === "q" && ts < NOW + 5 * HOUR);
    const alone = [await score(first), await another(second)];
    assert.deepEqual(await Promise.all([score(first), another(second)]), alone);
    assert.deepEqual(await Promise.all([another(second), score(first)]), alone.toReversed());
    assert.deepEqual([alone[0].length, alone[1].length], [20, 5]);
  });
});

Deno.test("a reading scorer says nothing of no readings and of an hour that is not whole", async () => {
  await withScorer(async ({ score }) => {
    assert.deepEqual(await score([]), []);
    const quarters = sent((meterId, ts) => meterId === "q" && ts < NOW + HOUR);
    assert.equal(quarters.length, 4);
    assert.deepEqual(await score(quarters.slice(0, 3)), []);
    assert.equal((await score(quarters)).length, 1);
  });
});

Deno.test("a reading scorer names an unknown meter and goes on", async () => {
  await withScorer(async ({ score }) => {
    const known = sent((meterId, ts) => meterId === "h" && ts === NOW);
    const failing = score([...known, { meterId: "x", ts: NOW, kwh: 1 }]);
    const following = score(known);
    await assert.rejects(failing, { name: "UnknownMeterError", meterIds: ["x"] });
    assert.equal((await following).length, 1);
  });
});

Deno.test("a reading scorer takes a meter without history and says what is missing", async () => {
  await withScorer(async ({ score }) => {
    const ts = FROM - 1_000 * HOUR;
    const [hour] = await score([{ meterId: "h", ts, kwh: 3 }]);
    assert.deepEqual([hour.ts, hour.kwh, hour.expectedKwh], [ts, 3, null]);
    assert.deepEqual(
      columns.filter((name) => !hour.missing.includes(name)),
      ["run_length", "zero_share_24h", "hour", "weekday", "weekend", "month"],
    );
    assert.ok(hour.score >= 0 && hour.score <= 1);
  });
});
