import assert from "node:assert/strict";
import { matrix, selectRows } from "../matrix.ts";
import { random } from "../random.ts";
import { autoencoderNetwork } from "./autoencoder.ts";
import { initialAutoencoder } from "./autoencoder_network.ts";
import { fittedNetwork } from "./fitted_network.ts";

const columns = ["a", "b"];
const state = {
  kind: "steady",
  columns,
  scaler: { center: [1, 0], inverse: [1, 0.5], clip: 3 },
  weights: initialAutoencoder(2, 1, random(7)),
};

Deno.test("fittedNetwork() scores what differs from what is expected, each column at its weight", () => {
  const network = {
    ...autoencoderNetwork(1),
    expect: (_: unknown, x: Float64Array) => x.map((_, at) => at % 2),
    errorWeights: () => [1, 3],
  };
  const fitted = fittedNetwork(network, state);
  // Scaled rows (1, 2), (0, missing) and (−3, 1) against (0, 1).
  const x = matrix(columns, [2, 4, 1, NaN, -1e30, 2]);
  assert.deepEqual([...fitted.anomalyScores(x)], [1, 0, 1.5]);
  assert.equal(fitted.name, "steady");
});

Deno.test("fittedNetwork() scores rows in chunks as it scores them alone", () => {
  const draw = random(1);
  const x = matrix(columns, Float32Array.from({ length: 5000 }, () => 4 * draw()));
  const fitted = fittedNetwork(autoencoderNetwork(1), state);
  const scores = fitted.anomalyScores(x);
  for (const row of [0, 1023, 1024, 2047, 2048, 2499]) {
    assert.equal(scores[row], fitted.anomalyScores(selectRows(x, [row]))[0]);
  }
});
