import assert from "node:assert/strict";
import { faults } from "./faults/mod.ts";
import { simulateHostel } from "./hostel.ts";
import { injectFaults } from "./inject_faults.ts";
import { DAY_MS, HOUR_MS } from "./site.ts";

const START = Date.UTC(2023, 8, 1);
const { readings: READINGS } = simulateHostel({
  seed: 3,
  start: START,
  days: 300,
  roomsPerSize: 4,
});
const INJECTED = injectFaults(READINGS, { seed: 9, eventsPerMeter: 4 });

Deno.test("injectFaults() gives every meter its number of faults and every kind its share", () => {
  const perMeter = Map.groupBy(INJECTED.faults, (fault) => fault.meterId);
  assert.equal(perMeter.size, 12);
  for (const [, list] of perMeter) assert.equal(list.length, 4);
  // 48 faults are six decks of eight kinds.
  const perKind = Map.groupBy(INJECTED.faults, (fault) => fault.fault);
  assert.deepEqual([...perKind.keys()].sort(), Object.keys(faults).sort());
  for (const [, list] of perKind) assert.equal(list.length, 6);
});

Deno.test("injectFaults() labels exactly the rows inside its faults, less daytimes and gaps", () => {
  let labelled = 0;
  READINGS.ts.forEach((ts, row) => {
    const fault = INJECTED.faults.find(({ meterId, from, to }) =>
      meterId === READINGS.meterId[row] && from <= ts && ts < to
    );
    if (INJECTED.label[row] === 0) {
      assert.ok(Object.is(INJECTED.kwh[row], READINGS.kwh[row]));
      if (fault) {
        assert.ok(["night_load_left_on", "clock_shift", "meter_swap"].includes(fault.fault));
      }
    } else {
      labelled++;
      assert.ok(fault);
    }
  });
  assert.ok(labelled > 0);
});

Deno.test("injectFaults() keeps faults of a meter a day apart and within their durations", () => {
  INJECTED.faults.forEach((fault, i) => {
    const hours = (fault.to - fault.from) / HOUR_MS;
    assert.ok(hours >= 1 && hours <= faults[fault.fault].hours[1], `${fault.fault} ${hours}`);
    const next = INJECTED.faults[i + 1];
    if (next?.meterId === fault.meterId) assert.ok(fault.to + DAY_MS <= next.from);
  });
});

Deno.test("injectFaults() repeats for a seed and differs between seeds", () => {
  assert.deepEqual(injectFaults(READINGS, { seed: 9, eventsPerMeter: 4 }), INJECTED);
  const other = injectFaults(READINGS, { seed: 10, eventsPerMeter: 4 });
  assert.notDeepEqual(other.faults, INJECTED.faults);
});

Deno.test("injectFaults() does not depend on the order of the rows", () => {
  const last = READINGS.ts.length - 1;
  const reversed = injectFaults({
    meterId: READINGS.meterId.toReversed(),
    ts: READINGS.ts.toReversed(),
    kwh: READINGS.kwh.toReversed(),
  }, { seed: 9, eventsPerMeter: 4 });
  assert.deepEqual(reversed.faults, INJECTED.faults);
  reversed.kwh.forEach((kwh, row) => assert.equal(kwh, INJECTED.kwh[last - row]));
  assert.deepEqual(reversed.label.toReversed(), INJECTED.label);
});

Deno.test("injectFaults() keeps within the given time and kinds", () => {
  const from = START + 100 * DAY_MS;
  const to = START + 130 * DAY_MS;
  const options = { seed: 1, eventsPerMeter: 2, faults: ["zero", "spike"], from, to } as const;
  const injected = injectFaults(READINGS, options);
  for (const fault of injected.faults) {
    assert.ok(fault.from >= from && fault.to <= to);
    assert.ok(["zero", "spike"].includes(fault.fault));
  }
});

Deno.test("injectFaults() refuses a fault without a place, or leaves it out where told so", () => {
  const week = { from: START + 100 * DAY_MS, to: START + 107 * DAY_MS };
  const options = { seed: 1, eventsPerMeter: 9, faults: ["zero"], ...week } as const;
  assert.throws(() => injectFaults(READINGS, options), {
    name: "RangeError",
    message:
      /^Cannot find a place for the fault "zero" in meter "room-2-01" beside [2-6] others: the span has 168 hours$/,
  });
  const { faults: placed } = injectFaults(READINGS, { ...options, crowded: true });
  for (const [, own] of Map.groupBy(placed, ({ meterId }) => meterId)) {
    assert.ok(own.length >= 2 && own.length < 7, `${own.length}`);
  }
});

Deno.test("injectFaults() swaps in the meter with the nearest median", () => {
  const ts = Float64Array.from({ length: 720 }, (_, hour) => hour * HOUR_MS);
  const levels = { small: 1, medium: 3, large: 4.5 };
  const readings = {
    meterId: Object.keys(levels).flatMap((id) => new Array<string>(720).fill(id)),
    ts: Float64Array.from([...ts, ...ts, ...ts]),
    kwh: Float64Array.from(
      Object.values(levels).flatMap((kwh) => new Array<number>(720).fill(kwh)),
    ),
  };
  const options = { seed: 1, eventsPerMeter: 1, faults: ["meter_swap"] } as const;
  const { kwh, label } = injectFaults(readings, options);
  const swapped = Object.fromEntries(
    readings.meterId.map((id, row) => [id, row] as const).filter(([, row]) => label[row] === 1)
      .map(([id, row]) => [id, kwh[row]]),
  );
  assert.deepEqual(swapped, { small: 3, medium: 4.5, large: 3 });
});

Deno.test("injectFaults() leaves its input alone and accepts no readings and no faults", () => {
  const before = READINGS.kwh.slice();
  const none = injectFaults(READINGS, { seed: 9, eventsPerMeter: 0 });
  assert.deepEqual(none, { kwh: before, label: new Uint8Array(before.length), faults: [] });
  const empty = { meterId: [], ts: new Float64Array(), kwh: new Float64Array() };
  assert.deepEqual(injectFaults(empty, { seed: 9, eventsPerMeter: 4 }).faults, []);
  assert.deepEqual(READINGS.kwh, before);
});

Deno.test("injectFaults() names the meter that has no load, and refuses no kinds", () => {
  const dead = { meterId: ["a", "a"], ts: Float64Array.of(0, HOUR_MS), kwh: Float64Array.of(0, 0) };
  assert.throws(() => injectFaults(dead, { seed: 1, eventsPerMeter: 1 }), {
    name: "RangeError",
    message: 'Cannot inject faults into meter "a"',
  });
  assert.throws(() => injectFaults(dead, { seed: 1, eventsPerMeter: 1, faults: [] }), RangeError);
});

Deno.test("injectFaults() labels quarters of an hour exactly inside its faults", () => {
  const quarter = HOUR_MS / 4;
  const ts = Float64Array.from({ length: 100 * 96 }, (_, i) => START + i * quarter);
  const kwh = ts.map((_, i) => 2 + i % 7);
  const readings = { meterId: new Array<string>(ts.length).fill("a"), ts, kwh };
  const options = { seed: 1, eventsPerMeter: 3, faults: ["zero", "spike"] } as const;
  const injected = injectFaults(readings, options);
  assert.equal(injected.faults.length, 3);
  ts.forEach((time, row) => {
    const inside = injected.faults.some(({ from, to }) => from <= time && time < to);
    assert.equal(injected.label[row], inside ? 1 : 0);
  });
  for (const { from, to } of injected.faults) assert.equal((to - from) % HOUR_MS, 0);
});

Deno.test("injectFaults() refuses a meter that is read less than hourly", () => {
  const ts = Float64Array.from({ length: 700 }, (_, day) => START + day * DAY_MS);
  const readings = { meterId: new Array<string>(700).fill("a"), ts, kwh: ts.map((_, i) => i % 7) };
  assert.throws(() => injectFaults(readings, { seed: 1, eventsPerMeter: 1 }), {
    name: "RangeError",
    message:
      'Cannot inject faults into meter "a" as they last hours: its readings are 1440 minutes apart',
  });
});
