import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import {
  fromKMeansWindowsState,
  kMeansWindows,
  type KMeansWindowsState,
} from "./k_means_windows.ts";
import reference from "./lloyd_reference.json" with { type: "json" };

const lags = ["lag_2", "lag_1", "lag_0"];

async function stateOf(
  options: Parameters<typeof kMeansWindows>[0],
  values: ArrayLike<number>,
  columns = ["kwh"],
): Promise<KMeansWindowsState> {
  const fitted = await kMeansWindows(options).fit(matrix(columns, values), { seed: 1 });
  return JSON.parse(JSON.stringify(fitted));
}

Deno.test("fromKMeansWindowsState() scores as far as scikit-learn measures", () => {
  const fitted = fromKMeansWindowsState({
    kind: "k_means_windows",
    columns: lags,
    scaler: { center: [0, 0, 0], inverse: [1, 1, 1], clip: 1e6 },
    centers: reference.centers,
  });
  fitted.anomalyScores(matrix(lags, reference.points.flat())).forEach((score, row) =>
    assert.ok(Math.abs(score - reference.distances[row]) < 1e-12)
  );
});

Deno.test("kMeansWindows() puts its centres into the middle of far groups", async () => {
  const values = [-1, 0, 1, 99, 100, 101];
  const { centers, scaler } = await stateOf({ clusters: 2 }, values);
  assert.ok(scaler);
  const found = centers.map(([z]) => z / scaler.inverse[0] + scaler.center[0]);
  found.toSorted((a, b) => a - b).forEach((center, i) =>
    assert.ok(Math.abs(center - 100 * i) < 1e-9, `${center}`)
  );
});

Deno.test("kMeansWindows() compares shapes alone when it normalises", async () => {
  const train = matrix(lags, [1, 2, 3, 10, 20, 30, 5, 5, 5]);
  const fitted = await kMeansWindows({ clusters: 2, normalize: true }).fit(train, { seed: 1 });
  const third = Math.sqrt(3 / 2);
  // A rise of any size; a flat window; the reverse, whose nearest is the flat one; a gap at its mean.
  const x = matrix(lags, [700, 800, 900, 0, 0, 0, 3, 2, 1, 1, NaN, 3]);
  const expected = [0, 0, Math.hypot(third, 0, third), Math.hypot(third - 1, 0, third - 1)];
  fitted.anomalyScores(x).forEach((score, row) =>
    assert.ok(Math.abs(score - expected[row]) < 1e-7, `row ${row}: ${score}`)
  );
});

Deno.test("kMeansWindows() counts a missing value as the mean of its column", async () => {
  const fitted = await kMeansWindows({ clusters: 1 }).fit(matrix(["a"], [1, 3, NaN]), { seed: 1 });
  assert.deepEqual([...fitted.anomalyScores(matrix(["a"], [NaN, 2, 3]))], [0, 0, 1]);
});

Deno.test("kMeansWindows() bounds what a single value can add", async () => {
  const fitted = await kMeansWindows({ clusters: 1 }).fit(matrix(["a"], [1, 3]), { seed: 1 });
  assert.deepEqual([...fitted.anomalyScores(matrix(["a"], [1e30, -Infinity]))], [10, 10]);
});

Deno.test("kMeansWindows() has no more centres than there are different rows", async () => {
  const { centers } = await stateOf({ clusters: 5 }, [1, 3, 3, 1]);
  assert.deepEqual(centers.toSorted(), [[-1], [1]]);
});

Deno.test("kMeansWindows() clusters 10,000 rows into 20 centres of scaled columns unless told otherwise", async () => {
  const values = Float32Array.from({ length: 10_500 }, (_, i) => i);
  const usual = await stateOf(undefined, values);
  const told = await stateOf({ clusters: 20, normalize: false, sampleSize: 10_000 }, values);
  assert.deepEqual(usual, told);
  assert.equal(usual.centers.length, 20);
  assert.notDeepEqual(usual, await stateOf({ sampleSize: 10_500 }, values));
});

Deno.test("kMeansWindows() refuses options that are no whole number from 1", () => {
  assert.throws(() => kMeansWindows({ clusters: 0 }), {
    name: "RangeError",
    message: "Cannot cluster windows as clusters must be a whole number >= 1: current value is 0",
  });
  assert.throws(() => kMeansWindows({ sampleSize: 2.5 }), RangeError);
});

Deno.test("kMeansWindows() hears an abort in the midst of its fit", async () => {
  const stop = new AbortController();
  const x = matrix(["a"], Float32Array.from({ length: 5000 }, (_, i) => i));
  const fitting = kMeansWindows().fit(x, { seed: 1, signal: stop.signal });
  setTimeout(() => stop.abort());
  await assert.rejects(async () => await fitting, { name: "AbortError" });
});
