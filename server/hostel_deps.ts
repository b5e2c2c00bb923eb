/**
 * The server's surroundings as the tests use them: a simulated hostel with three planted faults,
 * scored by a real ensemble in its real ONNX session.
 */
import { type Reading, simulateHostel } from "../data/mod.ts";
import {
  buildReferenceProfile,
  detectors,
  driftReport,
  ensembleToOnnx,
  findEvents,
  fitMeanEnsemble,
  type FittedEnsemble,
  type Matrix,
  matrix,
  quantileThreshold,
} from "../models/mod.ts";
import { openSession } from "../models/onnx/session.ts";
import { UnknownMeterError } from "../pipelines/mod.ts";
import type { AppDeps, MeterSeries, ScoredReading } from "./deps.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 84;

/** First hour of the simulated readings, epoch milliseconds. */
export const HOSTEL_START = Date.UTC(2024, 0, 1);
/** End of the simulated readings, exclusive. */
export const HOSTEL_END = HOSTEL_START + DAYS * DAY_MS;

/** Faults in the last four weeks of one room: day, hour, hours, factor on the load. */
const FAULTS = [[58, 1, 5, 6], [66, 14, 3, 9], [77, 20, 9, 6]] as const;
const FAULTY_METER = "room-4-01";

/** The surroundings, with the ensemble behind the session and the failures that were reported. */
export interface HostelDeps extends AppDeps, AsyncDisposable {
  /** The ensemble that the session was exported from. */
  readonly ensemble: FittedEnsemble;
  /** What `reportFailure` was told. */
  readonly failures: unknown[];
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Simulates twelve weeks of three rooms, fits on them and opens the session; dispose of it in
 * the end.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await using deps = await hostelDeps();
 * assert.deepEqual((await deps.meters()).map(({ meterId }) => meterId), [
 *   "room-2-01",
 *   "room-4-01",
 *   "room-6-01",
 * ]);
 * ```
 */
export async function hostelDeps(): Promise<HostelDeps> {
  const usual = usualLoads(hostelReadings(false));
  const x = features(hostelReadings(false), usual);
  const members = [
    detectors.z_score(),
    detectors.iqr(),
    detectors.isolation_forest({ trees: 20, sampleSize: 64 }),
  ];
  const ensemble = await fitMeanEnsemble(x, x, members, { seed: 7 });
  const { value: threshold } = quantileThreshold(ensemble.anomalyScores(x), 0.001);
  const session = await openSession(ensembleToOnnx(ensemble, threshold));
  const model = {
    name: "energy-anomaly",
    version: "3",
    runId: "0123456789abcdef",
    columns: session.columns,
    threshold: session.threshold,
    session,
  };

  async function scoreReadings(readings: readonly Reading[]): Promise<ScoredReading[]> {
    const stranger = readings.find(({ meterId }) => !usual.has(meterId));
    if (stranger !== undefined) throw new UnknownMeterError(stranger.meterId);
    const { score, label, memberScores } = await session.score(features(readings, usual));
    return readings.map((reading, i) => ({
      ...reading,
      expectedKwh: usualLoad(reading, usual),
      score: score[i],
      label: label[i] === 1 ? 1 : 0,
      memberScores: Object.fromEntries(
        session.members.map((name, m) => [name, memberScores[i * session.members.length + m]]),
      ),
      missing: [],
    }));
  }

  const scored = await scoreReadings(hostelReadings(true));
  const weeks = hostelReadings(false).map(({ ts }) => Math.floor((ts - HOSTEL_START) / DAY_MS / 7));
  const profile = buildReferenceProfile(x, weeks);
  const failures: unknown[] = [];
  return {
    model,
    ensemble,
    failures,
    scoreReadings,
    latestDrift: () =>
      Promise.resolve({
        from: new Date(HOSTEL_START).toISOString(),
        to: new Date(HOSTEL_END).toISOString(),
        ...driftReport(profile, hotHours(x)),
      }),
    meters: () =>
      Promise.resolve([...usual.keys()].map((meterId) => {
        const { label, events } = seriesOf(scored, meterId, HOSTEL_START, HOSTEL_END);
        return {
          meterId,
          events: events.length,
          anomalousHours: Array.from(label).filter((value) => value === 1).length,
          from: HOSTEL_START,
          to: HOSTEL_END,
        };
      })),
    meterSeries: (meterId, from, to) => Promise.resolve(seriesOf(scored, meterId, from, to)),
    now: () => HOSTEL_END,
    reportFailure: (error) => void failures.push(error),
    [Symbol.asyncDispose]: () => session.close(),
  };
}

function hostelReadings(faulty: boolean): Reading[] {
  const { readings } = simulateHostel({
    seed: 7,
    start: HOSTEL_START,
    days: DAYS,
    roomsPerSize: 1,
  });
  return readings.meterId.map((meterId, i) => {
    const hour = (readings.ts[i] - HOSTEL_START) / HOUR_MS;
    const fault = FAULTS.find(([day, start, hours]) =>
      hour >= day * 24 + start && hour < day * 24 + start + hours
    );
    const factor = faulty && meterId === FAULTY_METER ? fault?.[3] ?? 1 : 1;
    return { meterId, ts: readings.ts[i], kwh: readings.kwh[i] * factor };
  });
}

/** Mean load of each hour of the week, by meter. */
function usualLoads(readings: readonly Reading[]): Map<string, Float64Array> {
  const loads = new Map<string, Float64Array>();
  const counts = new Map<string, Float64Array>();
  for (const { meterId, ts, kwh } of readings) {
    const load = loads.get(meterId) ?? new Float64Array(168);
    const count = counts.get(meterId) ?? new Float64Array(168);
    load[hourOfWeek(ts)] += kwh;
    count[hourOfWeek(ts)]++;
    loads.set(meterId, load);
    counts.set(meterId, count);
  }
  return new Map(
    [...loads].map(([meterId, load]) => [
      meterId,
      load.map((sum, hour) => sum / (counts.get(meterId)?.[hour] ?? NaN)),
    ]),
  );
}

function usualLoad({ meterId, ts }: Reading, usual: ReadonlyMap<string, Float64Array>): number {
  return usual.get(meterId)?.[hourOfWeek(ts)] ?? NaN;
}

function features(readings: readonly Reading[], usual: ReadonlyMap<string, Float64Array>): Matrix {
  return matrix(
    ["residual_week", "hour"],
    readings.flatMap((reading) => [
      reading.kwh / usualLoad(reading, usual) - 1,
      hourOfWeek(reading.ts) % 24,
    ]),
  );
}

function hourOfWeek(ts: number): number {
  return (ts / HOUR_MS) % 168;
}

/** The same hours in a time in which the rooms use e² times as much. */
function hotHours(x: Matrix): Matrix {
  return matrix(x.columns, x.values.map((value, i) => i % 2 === 0 ? value + 2 : value));
}

function seriesOf(
  scored: readonly ScoredReading[],
  meterId: string,
  from: number,
  to: number,
): MeterSeries {
  const hours = scored.filter((hour) =>
    hour.meterId === meterId && hour.ts >= from && hour.ts < to
  );
  const series = {
    ts: Float64Array.from(hours, ({ ts }) => ts),
    kwh: Float64Array.from(hours, ({ kwh }) => kwh),
    expectedKwh: Float64Array.from(hours, ({ expectedKwh }) => expectedKwh ?? NaN),
    score: Float32Array.from(hours, ({ score }) => score),
    label: Uint8Array.from(hours, ({ label }) => label),
  };
  const meterIds = hours.map((hour) => hour.meterId);
  const events = findEvents({ ...series, meterId: meterIds }, { intervalMs: HOUR_MS });
  return { ...series, events };
}
