import assert from "node:assert/strict";
import { weightValues } from "../layers/weight.ts";
import { random } from "../random.ts";
import { initialAutoencoder, reconstruct } from "./autoencoder_network.ts";

Deno.test("initialAutoencoder() narrows to the codes and widens again", () => {
  const weights = initialAutoencoder(24, 6, random(7));
  assert.deepEqual(Object.values(weights).map(({ shape }) => shape.join("×")), [
    ...["24×24", "24", "24×6", "6"],
    ...["6×24", "24", "24×24", "24"],
  ]);
});

Deno.test("reconstruct() passes four layers, all but the last through tanh", () => {
  const weights = {
    // One unit in the middle, two columns; the kernels pick, scale and add.
    encoderKernel: Float64Array.of(1, -1),
    encoderBias: Float64Array.of(0.5),
    codeKernel: Float64Array.of(2),
    codeBias: Float64Array.of(-0.5),
    decoderKernel: Float64Array.of(1, 3),
    decoderBias: Float64Array.of(0, 1),
    outputKernel: Float64Array.of(1, 0, 0, 2),
    outputBias: Float64Array.of(10, 20),
  };
  const code = Math.tanh(2 * Math.tanh(3 - 1 + 0.5) - 0.5);
  const expected = [10 + Math.tanh(code), 20 + 2 * Math.tanh(3 * code + 1)];
  assert.deepEqual([...reconstruct(weights, Float64Array.of(3, 1))], expected);
});

Deno.test("reconstruct() gives back nothing beyond the sum of its last weights, however far a row", () => {
  const weights = initialAutoencoder(3, 1, random(7));
  const { shape: [units], values } = weights.outputKernel;
  const far = reconstruct(weightValues(weights), Float64Array.of(1e6, -1e6, 1e6));
  far.forEach((value, column) => {
    let bound = 0;
    for (let unit = 0; unit < units; unit++) bound += Math.abs(values[unit * 3 + column]);
    assert.ok(Math.abs(value) <= bound, `${value} beyond ${bound}`);
  });
});
