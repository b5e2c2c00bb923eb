import assert from "node:assert/strict";
import { type Detector, detectors, type Matrix, matrix } from "../../models/mod.ts";
import { evidentHours } from "./evident_hours.ts";

/** A supervised detector that finds large loads odd, and what it was fitted to. */
function watching(): { readonly detector: Detector; readonly fits: [Matrix, number[]][] } {
  const fits: [Matrix, number[]][] = [];
  const detector: Detector = {
    ...detectors.z_score(),
    supervised: true,
    async fit(x, context) {
      fits.push([x, [...context.labels ?? []]]);
      const fitted = await detectors.iqr().fit(x, context);
      return { ...fitted, anomalyScores: ({ values }) => Float64Array.from(values) };
    },
  };
  return { detector, fits };
}

/** A usual hour, a fault of two hours and one of seven; the second column says which row it is. */
const loads = [1, 9, 5, 10, 16, 12, 15, 11, 14, 13];
const rows = {
  x: matrix(["kwh", "row"], loads.flatMap((kwh, row) => [kwh, row])),
  fault: Int32Array.of(-1, 4, 4, 2, 2, 2, 2, 2, 2, 2),
};

Deno.test("evidentHours() keeps the five hours of each fault that a first fit scores highest", async () => {
  const { detector } = watching();
  const { x, labels } = await evidentHours(detector, ["kwh"], rows, { seed: 1 });
  const kept = Array.from(labels, (label, i) => [label, x.values[2 * i + 1]]);
  const faulty = kept.filter(([label]) => label === 1).map(([, row]) => row);
  assert.deepEqual(kept.filter(([label]) => label === 0), [[0, 0]]);
  assert.deepEqual(faulty.slice(0, 10), [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
  assert.deepEqual(faulty.slice(10), [4, 6, 8, 9, 5, 4, 6, 8, 9, 5]);
});

Deno.test("evidentHours() lets each fault weigh the same in the first fit, of the detector's columns", async () => {
  const { detector, fits } = watching();
  await evidentHours(detector, ["kwh"], rows, { seed: 1 });
  assert.equal(fits.length, 1);
  const [[x, labels]] = fits;
  assert.deepEqual(x.columns, ["kwh"]);
  assert.deepEqual(labels, [0, ...new Array(20).fill(1)]);
  assert.deepEqual(
    [...x.values],
    [1, 9, 5, 9, 5, 9, 5, 9, 5, 9, 5, 10, 16, 12, 15, 11, 14, 13, 10, 16, 12],
  );
});
