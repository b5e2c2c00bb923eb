import assert from "node:assert/strict";
import { meterLoad } from "./faults/meter_load.ts";
import { spike } from "./faults/spike.ts";
import { stuck } from "./faults/stuck.ts";
import { zero } from "./faults/zero.ts";
import { placeFault, type Span } from "./place_fault.ts";
import { randomStream } from "./random.ts";
import { HOUR_MS } from "./site.ts";

function hourly(kwh: readonly number[]) {
  const ts = Float64Array.from(kwh, (_, hour) => hour * HOUR_MS);
  return { ts, kwh: Float64Array.from(kwh), intervalMs: HOUR_MS };
}

function hours(from: number, to: number): Span {
  return { from: from * HOUR_MS, to: to * HOUR_MS };
}

const SERIES = hourly(Array.from({ length: 1000 }, (_, hour) => 5 + hour % 7));
const CONTEXT = { load: meterLoad(SERIES) };

Deno.test("placeFault() stays inside its span and a day from every taken span", () => {
  const span = hours(100, 400);
  const taken = [hours(150, 160), hours(300, 310)];
  for (let seed = 0; seed < 50; seed++) {
    const placed = placeFault(zero, SERIES, span, taken, randomStream(seed, "t"), CONTEXT)!;
    assert.ok(placed.from >= span.from && placed.to <= span.to);
    for (const { from, to } of taken) {
      assert.ok(placed.to + 24 * HOUR_MS <= from || to + 24 * HOUR_MS <= placed.from);
    }
  }
});

Deno.test("placeFault() gives the rows, their wrong readings and their span", () => {
  const placed = placeFault(zero, SERIES, hours(0, 1000), [], randomStream(1, "t"), CONTEXT)!;
  assert.equal(placed.from, placed.rows[0] * HOUR_MS);
  assert.equal(placed.to, (placed.rows[placed.rows.length - 1] + 1) * HOUR_MS);
  assert.equal(placed.rows.length, (placed.to - placed.from) / HOUR_MS);
  assert.ok(placed.kwh.every((kwh) => kwh === 0));
});

Deno.test("placeFault() reaches both ends of the span and of the fault's duration", () => {
  const starts = new Set<number>();
  const lengths = new Set<number>();
  for (let seed = 0; seed < 200; seed++) {
    const placed = placeFault(spike, SERIES, hours(10, 14), [], randomStream(seed, "t"), CONTEXT)!;
    starts.add(placed.rows[0]);
    lengths.add(placed.rows.length);
  }
  assert.deepEqual([...starts].sort(), [10, 11, 12, 13]);
  assert.deepEqual([...lengths].sort(), [1, 2, 3]);
});

Deno.test("placeFault() avoids places where the fault changes nothing", () => {
  // Constant but for the hours from 500: stuck can be seen there only.
  const series = hourly([...SERIES.kwh].map((kwh, h) => h < 500 ? 5 : kwh));
  for (let seed = 0; seed < 20; seed++) {
    const placed = placeFault(stuck, series, hours(0, 1000), [], randomStream(seed, "t"), CONTEXT)!;
    const changed = placed.rows.filter((row, i) => series.kwh[row] !== placed.kwh[i]).length;
    assert.ok(changed >= placed.rows.length / 2);
  }
});

Deno.test("placeFault() finds no place in a span that is too short, taken, or without readings", () => {
  const place = (span: Span, taken: Span[]) =>
    placeFault(zero, SERIES, span, taken, randomStream(1, "t"), CONTEXT);
  assert.equal(place(hours(0, 5), []), undefined);
  assert.equal(place(hours(0, 60), [hours(25, 30)]), undefined);
  assert.equal(place(hours(2000, 3000), []), undefined);
});

Deno.test("placeFault() ends a fault with the last interval, a quarter of an hour too", () => {
  const quarters = {
    ts: SERIES.ts.map((ts) => ts / 4),
    kwh: SERIES.kwh,
    intervalMs: HOUR_MS / 4,
  };
  const placed = placeFault(zero, quarters, hours(0, 250), [], randomStream(1, "t"), CONTEXT)!;
  assert.equal(placed.rows.length, (placed.to - placed.from) / (HOUR_MS / 4));
  assert.equal(placed.to, quarters.ts[placed.rows[placed.rows.length - 1] + 1]);
});
