import assert from "node:assert/strict";
import type { ReadingColumns } from "../../data/mod.ts";
import { injectPlan } from "./inject_plan.ts";

const HOUR = 3_600_000;
const WEEK = 7 * 24;

/** Hours of a daily cycle of each meter, from its first week to the end of its last. */
function cycles(meters: Record<string, [from: number, to: number, size: number]>): ReadingColumns {
  const rows = Object.entries(meters).flatMap(([meterId, [from, to, size]]) =>
    Array.from({ length: (to - from) * WEEK }, (_, i) => {
      const hour = from * WEEK + i;
      return { meterId, ts: hour * HOUR, kwh: size * (2 + Math.sin(hour / 24 * 2 * Math.PI)) };
    })
  );
  return {
    meterId: rows.map(({ meterId }) => meterId),
    ts: Float64Array.from(rows, ({ ts }) => ts),
    kwh: Float64Array.from(rows, ({ kwh }) => kwh),
  };
}

Deno.test("injectPlan() gives each meter its number of faults, none before its time", () => {
  const readings = cycles({ a: [0, 40, 1], b: [0, 40, 2], c: [30, 40, 3] });
  const plan = [
    { meterId: "a", from: 8 * WEEK * HOUR, faults: 4 },
    { meterId: "b", from: 20 * WEEK * HOUR, faults: 2 },
    { meterId: "c", from: 34 * WEEK * HOUR, faults: 1 },
  ];
  const { kwh, label, faults } = injectPlan(readings, plan, 3);
  for (const { meterId, from, faults: count } of plan) {
    const own = faults.filter((fault) => fault.meterId === meterId);
    assert.equal(own.length, count, meterId);
    assert.ok(own.every((fault) => fault.from >= from), meterId);
  }
  label.forEach((marked, row) => {
    const inside = faults.some(({ meterId, from, to }) =>
      meterId === readings.meterId[row] && readings.ts[row] >= from && readings.ts[row] < to
    );
    if (marked === 1) assert.ok(inside);
    else assert.equal(kwh[row], readings.kwh[row]);
  });
  assert.ok(label.includes(1));
});

Deno.test("injectPlan() never swaps a meter that is alone or was read at another time", () => {
  const alone = cycles({ a: [0, 40, 1] });
  // The meter was replaced: one ends where the other begins.
  const replaced = cycles({ a: [0, 40, 1], b: [40, 80, 2] });
  const both = cycles({ a: [0, 40, 1], b: [0, 40, 2] });
  const kinds = (readings: ReadingColumns, plan: Parameters<typeof injectPlan>[1]) =>
    new Set(injectPlan(readings, plan, 1).faults.map(({ fault }) => fault));
  const a = { meterId: "a", from: 0, faults: 4 };
  const b = { meterId: "b", from: 0, faults: 4 };
  assert.ok(!kinds(alone, [a]).has("meter_swap"));
  assert.ok(!kinds(replaced, [a, { ...b, from: 40 * WEEK * HOUR }]).has("meter_swap"));
  // Eight faults are a deck of all eight kinds.
  assert.equal(kinds(both, [a, b]).size, 8);
});

Deno.test("injectPlan() leaves what it is given as it was, and everything without a plan", () => {
  const readings = cycles({ a: [0, 10, 1] });
  const before = readings.kwh.slice();
  assert.deepEqual(injectPlan(readings, [], 1), {
    kwh: before,
    label: new Uint8Array(before.length),
    faults: [],
  });
  injectPlan(readings, [{ meterId: "a", from: 0, faults: 1 }], 1);
  assert.deepEqual(readings.kwh, before);
});
