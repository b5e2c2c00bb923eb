import assert from "node:assert/strict";
import type { ScoredReading } from "../deps.ts";
import { openMeterStream } from "./meter_stream.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function reading(hour: number) {
  return { meterId: "b1", ts: hour * HOUR, kwh: 1 };
}

function scored(hour: number, label: 0 | 1 = 0): ScoredReading {
  return {
    ...reading(hour),
    expectedKwh: null,
    score: label,
    label,
    memberScores: {},
    features: Float32Array.of(),
    missing: [],
  };
}

/** Hours, unscored readings and hours of closed events, all as hours. */
function decideAfter(labels: readonly (0 | 1 | null)[], at: readonly number[]): number[][][] {
  const meter = openMeterStream();
  const hours = labels.flatMap((label, hour) => label === null ? [] : [scored(hour, label)]);
  return [...at, -1].map((last) => {
    const ended = last === -1;
    const up = ended ? labels.length - 1 : last;
    const hasMore = meter.readings.length <= up;
    for (let hour = meter.readings.length; hour <= up; hour++) meter.keep(reading(hour));
    const known = hours.filter(({ ts }) => ts <= up * HOUR);
    const decided = meter.decide(hasMore ? known : undefined, ended);
    return [decided.hours, decided.unscored, decided.eventHours]
      .map((rows) => rows.map(({ ts }) => ts / HOUR));
  });
}

Deno.test("openMeterStream() knows an hour once a later reading came, and all in the end", () => {
  assert.deepEqual(decideAfter([0, 0, 0], [0, 1]), [
    [[], [], []],
    [[0], [], []],
    [[1, 2], [], []],
  ]);
});

Deno.test("openMeterStream() tells readings apart that lie in no scored hour", () => {
  assert.deepEqual(decideAfter([null, 0, null], [1]), [[[], [0], []], [[1], [2], []]]);
});

Deno.test("openMeterStream() holds an event until a gap of two hours is behind it", () => {
  // Hour 2 bridges the gap; the event of hours 1 and 3 is over when hours 4 and 5 are known.
  const labels = [0, 1, 0, 1, 0, 0, 0] as const;
  assert.deepEqual(decideAfter(labels, [4, 5, 6]).map(([, , events]) => events), [
    [],
    [],
    [1, 3],
    [],
  ]);
  assert.deepEqual(decideAfter([1, 0, 0, 1, 1], [4]).map(([, , events]) => events), [
    [0],
    [3, 4],
  ]);
});

Deno.test("openMeterStream() wants rising times within 31 days, whatever was dropped", () => {
  const meter = openMeterStream();
  assert.equal(meter.faultOf(reading(5)), undefined);
  meter.keep(reading(5));
  const odd = reading(6);
  meter.keep(odd);
  meter.drop(new Set([odd]));
  assert.deepEqual(meter.readings, [reading(5)]);
  assert.equal(
    meter.faultOf(reading(6)),
    "expected a time after 1970-01-01T06:00:00.000Z, the meter's last, got 1970-01-01T06:00:00.000Z",
  );
  assert.equal(meter.faultOf(reading(5 + 31 * 24)), undefined);
  assert.equal(
    meter.faultOf({ ...reading(5), ts: 5 * HOUR + 31 * DAY + 1 }),
    "expected readings of a meter to lie within 31 days, " +
      "got 1970-01-01T05:00:00.000Z and 1970-02-01T05:00:00.001Z",
  );
});

Deno.test("openMeterStream() knows no hour that an interval of the same hour may change", () => {
  const meter = openMeterStream();
  const quarters = [0, 0.25, 0.5].map(reading);
  for (const quarter of quarters) meter.keep(quarter);
  // The hour is there, as its last quarter stands in the history.
  assert.deepEqual(meter.decide([scored(0)], false).hours, []);
  meter.keep(reading(0.75));
  assert.deepEqual(meter.decide([scored(0)], false).hours, []);
  meter.keep(reading(1));
  const { hours, unscored } = meter.decide([scored(0)], false);
  assert.deepEqual([hours.length, unscored.length], [1, 0]);
});
