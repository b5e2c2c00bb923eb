import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { fromTransformerState, transformer } from "./transformer.ts";
import { initialTransformer } from "./transformer_network.ts";
import {
  assertBreakHeard,
  assertMissingPeakHeard,
  waves,
  windows,
} from "./wave_windows_fixture.ts";

const fitted = await transformer().fit(windows(waves(600, 0)), { seed: 7 });

Deno.test("transformer() flags every window whose period breaks at the newest value", () => {
  assertBreakHeard(fitted);
});

Deno.test("transformer() flags a wave that skips a peak, though each of its values is usual", () => {
  assertMissingPeakHeard(fitted);
});

Deno.test("fromTransformerState() weighs the errors of a window, the newest most", () => {
  const state = {
    kind: "transformer",
    columns: ["lag_2", "lag_1", "lag_0"],
    scaler: { center: [1, 1, 1], inverse: [1, 1, 0.5], clip: 10 },
    // With kernels of 0, 2 is expected everywhere.
    weights: {
      ...initialTransformer(1, () => 0.5),
      outputBias: { shape: [1], values: [2] },
    },
  } as const;
  // Errors (0, 0, 0), (1, 2, 3), (missing, 2, missing), and none at all.
  const x = matrix(state.columns, [3, 3, 5, 4, 5, 11, NaN, 5, NaN, NaN, NaN, NaN]);
  const scores = fromTransformerState(state).anomalyScores(x);
  const weighted = Math.sqrt((0.5 * 1 + Math.SQRT1_2 * 4 + 9) / (1.5 + Math.SQRT1_2));
  assert.deepEqual([...scores], [0, weighted, 2, 0]);
});

Deno.test("transformer() has 8 units a head unless told otherwise, and refuses what is no count", async () => {
  const small = windows(waves(3, 0));
  const usual = await transformer({ epochs: 1 }).fit(small, { seed: 7 });
  const told = await transformer({ epochs: 1, units: 8 }).fit(small, { seed: 7 });
  assert.deepEqual(usual.toJSON(), told.toJSON());
  assert.throws(() => transformer({ units: 1.5 }), {
    name: "RangeError",
    message: "Cannot fit a transformer as units must be a whole number >= 1: current value is 1.5",
  });
  assert.throws(() => transformer({ epochs: 0 }), RangeError);
});
