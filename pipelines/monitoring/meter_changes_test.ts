import assert from "node:assert/strict";
import { meterChanges } from "./meter_changes.ts";
import type { MeterPresence } from "./meter_presence.ts";

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
const window = { from: 10 * WEEK, to: 11 * WEEK };
const steady: MeterPresence = {
  meterId: "a",
  intervalMs: HOUR,
  first: 0,
  last: window.to - HOUR,
  before: 1680,
  within: 168,
  usualStepBefore: HOUR,
  usualStepWithin: HOUR,
  longestStepBefore: HOUR,
};

function counts(...meters: MeterPresence[]): number[] {
  const { new_meters, stopped_meters, changed_interval } = meterChanges(meters, window);
  return [new_meters.count, stopped_meters.count, changed_interval.count];
}

Deno.test("meterChanges() finds nothing in a steady meter", () => {
  assert.deepEqual(counts(steady), [0, 0, 0]);
});

Deno.test("meterChanges() waits a day before a meter has stopped", () => {
  const silent = (hours: number) => ({ ...steady, last: window.to - HOUR - hours * HOUR });
  assert.deepEqual(counts(silent(24)), [0, 0, 0]);
  assert.deepEqual(counts(silent(25)), [0, 1, 0]);
});

Deno.test("meterChanges() waits for a meter that was silent before, half the window at most", () => {
  const silent = (hours: number, longestHours: number) => ({
    ...steady,
    last: window.to - HOUR - hours * HOUR,
    longestStepBefore: longestHours * HOUR,
  });
  assert.deepEqual(counts(silent(48, 50)), [0, 0, 0]);
  assert.deepEqual(counts(silent(51, 50)), [0, 1, 0]);
  assert.deepEqual(counts(silent(85, 1000)), [0, 1, 0]);
});

Deno.test("meterChanges() does not tell again of a meter that is long gone", () => {
  const gone = { ...steady, last: window.from - WEEK, within: 0, usualStepWithin: null };
  assert.deepEqual(counts(gone), [0, 1, 0]);
  assert.deepEqual(counts({ ...gone, last: window.from - WEEK - HOUR }), [0, 0, 0]);
});

Deno.test("meterChanges() calls a meter new only beside meters that are known", () => {
  const young = { ...steady, meterId: "b", before: 0, first: window.from, usualStepBefore: null };
  assert.deepEqual(counts(steady, young), [1, 0, 0]);
  assert.deepEqual(counts(young), [0, 0, 0]);
});

Deno.test("meterChanges() allows loggers half a minute", () => {
  const step = (ms: number) => ({ ...steady, usualStepWithin: HOUR + ms });
  assert.deepEqual(counts(step(30_000)), [0, 0, 0]);
  assert.deepEqual(counts(step(31_000)), [0, 0, 1]);
});

Deno.test("meterChanges() counts all and names twelve", () => {
  const meters = Array.from({ length: 20 }, (_, i) => ({
    ...steady,
    meterId: `m${i}`,
    last: window.from,
  }));
  const { stopped_meters } = meterChanges(meters, window);
  assert.deepEqual([stopped_meters.count, stopped_meters.worst.length], [20, 12]);
});
