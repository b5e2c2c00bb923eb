import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { spectralResidual } from "./spectral_residual.ts";
import reference from "./spectral_residual_reference.json" with { type: "json" };

function lags(width: number): string[] {
  return Array.from({ length: width }, (_, j) => `lag_${width - 1 - j}`);
}

async function scoresOf(windows: readonly (readonly number[])[]): Promise<number[]> {
  const x = matrix(lags(windows[0].length), windows.flat());
  return [...(await spectralResidual().fit(x, { seed: 1 })).anomalyScores(x)];
}

Deno.test("spectralResidual() scores as the paper's formulas by NumPy", async () => {
  for (const { smoothing, estimated, windows } of reference) {
    const x = matrix(lags(windows[0].values.length), windows.flatMap(({ values }) => values));
    const fitted = await spectralResidual({ smoothing, estimated }).fit(x, { seed: 1 });
    fitted.anomalyScores(x).forEach((score, row) =>
      assert.ok(Math.abs(score - windows[row].score) < 1e-8, `${score}`)
    );
  }
});

Deno.test("spectralResidual() ranks windows that end in a spike above all that do not", async () => {
  const draw = random(3);
  const usual = Array.from(
    { length: 100 },
    (_, start) =>
      Array.from(
        { length: 96 },
        (_, j) => 3 + Math.sin((start + j) * Math.PI / 12) + 0.2 * (draw() - 0.5),
      ),
  );
  const spiked = usual.map((window) => window.with(95, window[95] + 10));
  const highest = Math.max(...await scoresOf(usual));
  for (const score of await scoresOf(spiked)) assert.ok(score > highest, `${score} ${highest}`);
});

Deno.test("spectralResidual() asks whether the newest point stands out, not any other", async () => {
  const wave = Array.from({ length: 24 }, (_, j) => Math.sin(j * Math.PI / 6));
  const [newest, earlier] = await scoresOf([wave.with(23, 9), wave.with(11, 9)]);
  assert.ok(newest > 3 && earlier < 0, `${newest} ${earlier}`);
});

Deno.test("spectralResidual() fills gaps with what came before", async () => {
  const window = [1, 2, 2, 5, 4, 4, 7, 1];
  const [whole, gaps, empty] = await scoresOf([
    window,
    window.with(2, NaN).with(5, NaN),
    window.map(() => NaN),
  ]);
  assert.equal(gaps, whole);
  assert.equal(empty, 0);
});

Deno.test("spectralResidual() finds nothing in zeros, in a constant and in a single point", async () => {
  const [zeros, constant] = await scoresOf([new Array(9).fill(0), new Array(9).fill(0.1)]);
  assert.equal(zeros, 0);
  assert.ok(Math.abs(constant) < 1e-9);
  const points = await scoresOf([[5], [0], [-1e30]]);
  points.forEach((score) => assert.ok(Math.abs(score) < 1e-9));
});

Deno.test("spectralResidual() scores at most the width less 1", async () => {
  const [impulse] = await scoresOf([[0, 0, 0, 0, 0, 0, 0, 0, 0, 1]]);
  assert.ok(impulse > 0 && impulse <= 9, `${impulse}`);
});

Deno.test("spectralResidual() refuses options that are no odd or whole number", () => {
  assert.throws(() => spectralResidual({ smoothing: 4 }), {
    name: "RangeError",
    message: "Cannot take spectral residuals as smoothing must be an odd whole number >= 1: " +
      "current value is 4",
  });
  assert.throws(() => spectralResidual({ smoothing: -1 }), RangeError);
  assert.throws(() => spectralResidual({ smoothing: 1.5 }), RangeError);
  assert.throws(() => spectralResidual({ estimated: -1 }), RangeError);
});

Deno.test("spectralResidual() averages 3 frequencies after 5 estimated points unless told otherwise", async () => {
  const x = matrix(lags(4), [1, 2, 3, 4]);
  const usual = await spectralResidual().fit(x, { seed: 1 });
  assert.deepEqual(usual.toJSON(), {
    kind: "spectral_residual",
    columns: ["lag_3", "lag_2", "lag_1", "lag_0"],
    smoothing: 3,
    estimated: 5,
  });
});
