import assert from "node:assert/strict";
import { type Matrix, matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { autoencoder, type AutoencoderState, fromAutoencoderState } from "./autoencoder.ts";
import { initialAutoencoder } from "./autoencoder_network.ts";

const COLUMNS = ["a", "b", "c", "d"];
const LINE = [1, -2, 0.5, 3];

/** Rows t · (1, −2, 0.5, 3) with t from −1 to 1, and aside of that line in the columns given. */
function rowsNear(rows: number, seed: number, aside = [0, 0, 0, 0]): Matrix {
  const draw = random(seed);
  const values = Array.from({ length: rows }, () => {
    const t = 2 * draw() - 1;
    return LINE.map((slope, j) => slope * t + aside[j]);
  });
  return matrix(COLUMNS, values.flat());
}

Deno.test("autoencoder() learns a line in four columns: rows aside of it score ten times as much", async () => {
  const fitted = await autoencoder({ codes: 1 }).fit(rowsNear(2000, 1), { seed: 7 });
  const mean = (x: Matrix) => fitted.anomalyScores(x).reduce((sum, score) => sum + score) / x.rows;
  const usual = mean(rowsNear(200, 2));
  // One deviation of the column: an even spread over ±s has a deviation of s / √3.
  for (let j = 0; j < 4; j++) {
    const aside = LINE.map((slope, k) => k === j ? Math.abs(slope) / Math.sqrt(3) : 0);
    const odd = mean(rowsNear(200, 3, aside));
    assert.ok(odd > 10 * usual, `column ${j}: ${odd} against ${usual}`);
  }
});

Deno.test("autoencoder() cannot tell a plane through one code, and can through two", async () => {
  const draw = random(5);
  const values = Array.from({ length: 2000 }, () => {
    const [s, t] = [2 * draw() - 1, 2 * draw() - 1];
    return [s, t, s + t, s - t];
  });
  const plane = matrix(COLUMNS, values.flat());
  const error = async (codes: number) => {
    const fitted = await autoencoder({ codes }).fit(plane, { seed: 7 });
    const scores = fitted.anomalyScores(plane);
    return Math.sqrt(scores.reduce((sum, score) => sum + score ** 2, 0) / plane.rows);
  };
  const [one, two] = [await error(1), await error(2)];
  // The best line leaves half of the variance, a curve somewhat less.
  assert.ok(one > 0.3 && two < 0.15, `${one} and ${two}`);
});

Deno.test("autoencoder() squeezes rows to a quarter of their columns, rounded up", async () => {
  const fit = async (width: number) => {
    const columns = Array.from({ length: width }, (_, j) => `c${j}`);
    const x = matrix(columns, Float32Array.from({ length: 3 * width }, (_, at) => at));
    const fitted = await autoencoder({ epochs: 1 }).fit(x, { seed: 7 });
    const { weights }: AutoencoderState = JSON.parse(JSON.stringify(fitted));
    return weights.codeBias.values.length;
  };
  assert.deepEqual([await fit(1), await fit(4), await fit(5), await fit(24)], [1, 1, 2, 6]);
});

Deno.test("autoencoder() learns nothing from missing values", async () => {
  // Column b says what a says, or nothing: never that it is 0.
  const values = Array.from({ length: 1000 }, (_, i) => [Math.sin(i), i % 2 ? NaN : Math.sin(i)]);
  const x = matrix(["a", "b"], values.flat());
  const fitted = await autoencoder().fit(x, { seed: 7 });
  const [usual, odd, gap] = fitted.anomalyScores(matrix(["a", "b"], [0.9, 0.9, 0.9, 0, NaN, NaN]));
  assert.ok(odd > 2 * usual, `${odd} against ${usual}`);
  assert.equal(gap, 0);
});

Deno.test("fromAutoencoderState() measures in deviations what does not come back", () => {
  const weights = initialAutoencoder(2, 1, () => 0.5);
  const fitted = fromAutoencoderState({
    kind: "autoencoder",
    columns: ["a", "b"],
    scaler: { center: [1, 1], inverse: [1, 0.5], clip: 10 },
    // With kernels of 0, (0.5, −1) comes back whatever went in.
    weights: { ...weights, outputBias: { shape: [2], values: [0.5, -1] } },
  });
  // Scaled rows: (0.5, −1), (3.5, 3), (missing, 3), (10, missing).
  const x = matrix(["a", "b"], [1.5, -1, 4.5, 7, NaN, 7, 1e30, NaN]);
  assert.deepEqual([...fitted.anomalyScores(x)], [0, Math.sqrt((9 + 16) / 2), 4, 9.5]);
});

Deno.test("autoencoder() refuses bad options", () => {
  assert.throws(() => autoencoder({ codes: 0 }), {
    name: "RangeError",
    message: "Cannot fit an autoencoder as codes must be a whole number >= 1: current value is 0",
  });
  assert.throws(() => autoencoder({ epochs: 0.5 }), RangeError);
  assert.throws(() => autoencoder({ sampleSize: 0 }), RangeError);
});

Deno.test("autoencoder() hears an abort in the midst of its fit and does not go on", async () => {
  const stop = new AbortController();
  const fractions: number[] = [];
  const fitting = autoencoder().fit(rowsNear(1000, 1), {
    seed: 1,
    signal: stop.signal,
    onProgress(fraction) {
      fractions.push(fraction);
      if (fraction > 0) stop.abort();
    },
  });
  await assert.rejects(async () => await fitting, { name: "AbortError" });
  assert.deepEqual(fractions, [0, 1 / 20]);
});
