import assert from "node:assert/strict";
import { initialAutoencoder } from "../detectors/autoencoder_network.ts";
import { matrix } from "../matrix.ts";
import { exportAutoencoder } from "./autoencoder.ts";
import { exportedScores } from "./exported_scores.ts";

Deno.test("exportAutoencoder() passes four layers, all but the last through tanh", async () => {
  const weight = (shape: number[], ...values: number[]) => ({ shape, values });
  const weights = {
    ...initialAutoencoder(1, 1, () => 0.5),
    encoderKernel: weight([1, 1], 1),
    encoderBias: weight([1], 0.5),
    codeKernel: weight([1, 1], 2),
    codeBias: weight([1], -0.5),
    decoderKernel: weight([1, 2], 1, 3),
    decoderBias: weight([2], 0, 1),
    outputKernel: weight([2, 1], 1, 2),
    outputBias: weight([1], 3),
  };
  const code = Math.tanh(2 * Math.tanh(2 + 0.5) - 0.5);
  const expected = Math.tanh(code) + 2 * Math.tanh(3 * code + 1) + 3;
  const [score] = await exportedScores(
    matrix(["kwh"], [2]),
    (graph, scaled) => exportAutoencoder(graph, scaled, weights),
  );
  assert.ok(Math.abs(score - expected) < 1e-5, `${score}, not ${expected}`);
});
