import assert from "node:assert/strict";
import { knownLabels } from "./known_labels.ts";

const HOUR = 3_600_000;
const hours = {
  meterIds: ["a", "a", "a", "a", "b", "b", "b", "b"],
  ts: Float64Array.of(0, 1, 2, 3, 0, 1, 2, 3).map((hour) => hour * HOUR),
};

function labels(...rows: [meterId: string, from: number, to: number, label: 0 | 1][]): number[] {
  return [
    ...knownLabels(
      rows.map(([meterId, from, to, label]) => ({
        meterId,
        from: from * HOUR,
        to: to * HOUR,
        label,
      })),
      hours,
    ),
  ];
}

Deno.test("knownLabels() speaks of the meter's own hours only", () => {
  assert.deepEqual(labels(["b", 1, 3, 1]), [-1, -1, -1, -1, -1, 1, 1, -1]);
  assert.deepEqual(labels(["c", 0, 9, 1]), new Array(8).fill(-1));
  assert.deepEqual(labels(), new Array(8).fill(-1));
});

Deno.test("knownLabels() lets an anomaly win over a stretch that was usual, in any order", () => {
  const expected = [0, 1, 0, 0, -1, -1, -1, -1];
  assert.deepEqual(labels(["a", 0, 4, 0], ["a", 1, 2, 1]), expected);
  assert.deepEqual(labels(["a", 1, 2, 1], ["a", 0, 4, 0]), expected);
  assert.deepEqual(
    labels(["a", 0, 3, 0], ["a", 0, 4, 0], ["a", 1, 2, 1], ["a", 1, 2, 1]),
    expected,
  );
});

Deno.test("knownLabels() marks an hour that an anomaly touches, and clears one that is covered", () => {
  assert.deepEqual(labels(["a", 0.5, 1.5, 1]).slice(0, 4), [1, 1, -1, -1]);
  assert.deepEqual(labels(["a", 0.5, 2.5, 0]).slice(0, 4), [-1, 0, -1, -1]);
  assert.deepEqual(labels(["a", -5, 50, 0]).slice(0, 4), [0, 0, 0, 0]);
  assert.deepEqual(labels(["a", 0.25, 0.5, 0]).slice(0, 4), [-1, -1, -1, -1]);
});
