import assert from "node:assert/strict";
import { rowsByMeter } from "./rows_by_meter.ts";

const rows = {
  meterIds: ["b", "a", "b", "a"],
  ts: Float64Array.of(60, 60, 0, 0),
  intervalMs: 60,
  labels: Uint8Array.of(1, 0, 0, 1),
  scores: Float32Array.of(0.25, 0.5, 0.75, 1),
  predicted: Uint8Array.of(0, 1, 1, 0),
};

Deno.test("rowsByMeter() sorts meters by id and their rows by time", () => {
  assert.deepEqual(rowsByMeter(rows), [
    {
      meterIds: ["a", "a"],
      ts: Float64Array.of(0, 60),
      intervalMs: 60,
      labels: Uint8Array.of(1, 0),
      scores: Float64Array.of(1, 0.5),
      predicted: Uint8Array.of(0, 1),
    },
    {
      meterIds: ["b", "b"],
      ts: Float64Array.of(0, 60),
      intervalMs: 60,
      labels: Uint8Array.of(0, 1),
      scores: Float64Array.of(0.75, 0.25),
      predicted: Uint8Array.of(1, 0),
    },
  ]);
});

Deno.test("rowsByMeter() refuses columns of different length and two rows of one time", () => {
  assert.throws(() => rowsByMeter({ ...rows, labels: new Uint8Array(3) }), {
    name: "RangeError",
    message:
      "Cannot divide rows by meter as columns must have one length: current values are 4, 4, 3, 4, 4",
  });
  assert.throws(() => rowsByMeter({ ...rows, ts: new Float64Array(4) }), {
    name: "RangeError",
    message: 'Cannot judge meter "a" as it has two rows of 1970-01-01T00:00:00.000Z',
  });
});
