import assert from "node:assert/strict";
import { thinEvents } from "./thin_events.ts";

const HOUR = 3_600_000;

/** Hours of one meter with the given labels. */
function hours(label: Uint8Array) {
  return {
    meterIds: Array.from(label, () => "a"),
    ts: Float64Array.from(label, (_, hour) => hour * HOUR),
    label,
  };
}

Deno.test("thinEvents() keeps events of up to a day whole, and every usual hour", () => {
  const label = new Uint8Array(60).fill(1, 10, 34).fill(1, 50, 51);
  assert.deepEqual(thinEvents(hours(label)), Uint32Array.from(label.keys()));
});

Deno.test("thinEvents() keeps a day's worth of a long event, spread over all of it", () => {
  const label = new Uint8Array(300).fill(1, 20, 260);
  const kept = [...thinEvents(hours(label))];
  assert.deepEqual(
    kept.filter((row) => label[row] === 1),
    Array.from({ length: 24 }, (_, i) => 25 + 10 * i),
  );
  assert.equal(kept.filter((row) => label[row] === 0).length, 60);
});

Deno.test("thinEvents() thins the events of each meter by themselves", () => {
  const one = hours(new Uint8Array(48).fill(1));
  const kept = thinEvents({
    meterIds: [...one.meterIds, ...one.meterIds.map(() => "b")],
    ts: Float64Array.of(...one.ts, ...one.ts),
    label: new Uint8Array(96).fill(1),
  });
  assert.deepEqual([...kept], Array.from({ length: 48 }, (_, i) => 2 * i + 1));
});
