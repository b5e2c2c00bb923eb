import assert from "node:assert/strict";
import fc from "fast-check";
import { averagePrecision } from "./average_precision.ts";
import { rocAuc } from "./roc_auc.ts";
import { volumeUnderSurface } from "./volume_under_surface.ts";
import reference from "./volume_under_surface_reference.json" with { type: "json" };

for (const { name, labels, scores, buffer, roc, pr } of reference) {
  Deno.test(`volumeUnderSurface() agrees with the authors' code: ${name}`, () => {
    const volume = volumeUnderSurface(Uint8Array.from(labels), Float64Array.from(scores), buffer);
    assert.ok(Math.abs(volume.roc - roc) < 1e-12, `ROC is ${volume.roc} instead of ${roc}`);
    assert.ok(Math.abs(volume.pr - pr) < 1e-12, `PR is ${volume.pr} instead of ${pr}`);
  });
}

Deno.test("volumeUnderSurface() of one event that is one row long has the plain areas without buffer", () => {
  const labels = Uint8Array.from({ length: 9 }, (_, row) => row === 4 ? 1 : 0);
  const scores = Float64Array.of(1, 2, 3, 9, 5, 6, 7, 8, 4);
  const { roc, pr } = volumeUnderSurface(labels, scores, 0);
  assert.ok(Math.abs(roc - rocAuc(labels, scores)) < 1e-12);
  assert.ok(Math.abs(pr - averagePrecision(labels, scores)) < 1e-12);
});

Deno.test("volumeUnderSurface() counts a hit beside an event by its distance", () => {
  // One row at distance 1 is reported first. At L = 2 it weighs √(1/2), of 1 + √(1/2)/2 expected;
  // then all rows are: precision (1 + √(1/2) + 2nd neighbour) / 10. L = 0 and 1 have no buffer.
  const labels = Uint8Array.from({ length: 10 }, (_, row) => row === 4 ? 1 : 0);
  const scores = Float64Array.from({ length: 10 }, (_, row) => row === 5 ? 1 : 0);
  const weight = Math.sqrt(1 / 2);
  const recall = weight / (1 + weight / 2);
  const withBuffer = recall * weight + (1 - recall) * ((1 + 2 * weight) / 10);
  const { pr } = volumeUnderSurface(labels, scores, 2);
  assert.ok(Math.abs(pr - (2 * (1 / 10) + withBuffer) / 3) < 1e-12, `${pr}`);
});

Deno.test("volumeUnderSurface() lies in [0, 1] and does not depend on the scale of scores", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.constantFrom(0, 1)), {
    maxLength: 60,
  }).map((some) => [...some, [0, 0], [1, 1]]);
  fc.assert(fc.property(rows, fc.integer({ min: 0, max: 30 }), (list, buffer) => {
    const labels = Uint8Array.from(list, ([, label]) => label);
    const scores = Float64Array.from(list, ([score]) => score);
    const volume = volumeUnderSurface(labels, scores, buffer);
    for (const value of [volume.roc, volume.pr]) assert.ok(value >= 0 && value <= 1 + 1e-12);
    const scaled = scores.map((score) => Math.exp(score) - 100);
    assert.deepEqual(volumeUnderSurface(labels, scaled, buffer), volume);
  }));
});

Deno.test("volumeUnderSurface() refuses a truth of one class and a buffer of no whole length", () => {
  assert.throws(() => volumeUnderSurface(new Uint8Array(3), new Float64Array(3)), RangeError);
  assert.throws(() => volumeUnderSurface(Uint8Array.of(0, 1), new Float64Array(2), 1.5), {
    name: "RangeError",
    message:
      "Cannot buffer events as the longest buffer must be a whole number from 0: current value is 1.5",
  });
});
