import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { fromLstmState, lstm } from "./lstm.ts";
import { initialLstm } from "./lstm_network.ts";
import {
  assertBreakHeard,
  assertMissingPeakHeard,
  waves,
  windows,
} from "./wave_windows_fixture.ts";

const fitted = await lstm().fit(windows(waves(600, 0)), { seed: 7 });

Deno.test("lstm() flags every window whose period breaks at the newest value", () => {
  assertBreakHeard(fitted);
});

Deno.test("lstm() flags a wave that skips a peak, though each of its values is usual", () => {
  assertMissingPeakHeard(fitted);
});

Deno.test("lstm() hears a fault less and less as it passes, and still where the newest is missing", () => {
  const [row] = waves(1, 5000);
  const at = (lag: number) => row.with(15 - lag, 9);
  const [now, before, long, gap] = fitted.anomalyScores(
    windows([at(0), at(1), at(8), at(1).with(15, NaN)]),
  );
  assert.ok(now > before && before > 3 * long, `${now}, ${before}, ${long}`);
  assert.ok(gap > before, `${gap} against ${before}`);
});

Deno.test("fromLstmState() weighs the errors of a window, the newest most", () => {
  const still = initialLstm(2, () => 0.5);
  const state = {
    kind: "lstm",
    columns: ["lag_2", "lag_1", "lag_0"],
    scaler: { center: [1, 1, 1], inverse: [1, 1, 0.5], clip: 10 },
    // With kernels of 0, 2 is expected everywhere.
    weights: { ...still, outputBias: { shape: [1], values: [2] } },
  } as const;
  // Errors (0, 0, 0), (1, 2, 3), (missing, 2, missing), and none at all.
  const x = matrix(state.columns, [3, 3, 5, 4, 5, 11, NaN, 5, NaN, NaN, NaN, NaN]);
  const scores = fromLstmState(state).anomalyScores(x);
  const weighted = Math.sqrt((0.5 * 1 + Math.SQRT1_2 * 4 + 9) / (1.5 + Math.SQRT1_2));
  assert.deepEqual([...scores], [0, weighted, 2, 0]);
});

Deno.test("lstm() has 16 units unless told otherwise, and refuses what is no count", async () => {
  const small = windows(waves(3, 0));
  const usual = await lstm({ epochs: 1 }).fit(small, { seed: 7 });
  const told = await lstm({ epochs: 1, units: 16 }).fit(small, { seed: 7 });
  assert.deepEqual(usual.toJSON(), told.toJSON());
  assert.throws(() => lstm({ units: 0 }), {
    name: "RangeError",
    message: "Cannot fit an LSTM as units must be a whole number >= 1: current value is 0",
  });
  assert.throws(() => lstm({ sampleSize: -1 }), RangeError);
});
