import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { autoencoderNetwork } from "./autoencoder.ts";
import { fitNetwork, trainingOptions } from "./fit_network.ts";

Deno.test("trainingOptions() fills in 20 epochs of 5000 rows, and refuses what is no count", () => {
  assert.deepEqual(trainingOptions("train", {}), { epochs: 20, sampleSize: 5000, backend: "wasm" });
  assert.throws(() => trainingOptions("train", { epochs: 0 }), {
    name: "RangeError",
    message: "Cannot train as epochs must be a whole number >= 1: current value is 0",
  });
  assert.throws(() => trainingOptions("train", { sampleSize: 1.5 }), RangeError);
  const unknown = JSON.parse('{"backend":"cpu"}');
  assert.throws(() => trainingOptions("train", unknown), {
    name: "RangeError",
    message: 'Cannot train as backend must be "wasm" or "webgpu": current value is cpu',
  });
});

Deno.test("fitNetwork() scales by all rows, and learns from a sample of them", async () => {
  const draw = random(3);
  const x = matrix(["a", "b"], Float32Array.from({ length: 2000 }, () => draw()));
  const fit = (sampleSize: number) =>
    fitNetwork(
      autoencoderNetwork(1),
      x,
      { seed: 7 },
      trainingOptions("train", { epochs: 1, sampleSize }),
    );
  const [few, all, more] = [await fit(50), await fit(1000), await fit(2000)];
  assert.deepEqual(few.scaler, all.scaler);
  assert.equal(all.scaler.clip, 10);
  assert.notDeepEqual(few.weights, all.weights);
  assert.deepEqual(more, all);
});

Deno.test("fitNetwork() gives float32 weights", async () => {
  const x = matrix(["a"], [1, 2, 3]);
  const training = trainingOptions("train", { epochs: 1 });
  const { weights } = await fitNetwork(autoencoderNetwork(1), x, { seed: 7 }, training);
  for (const { values } of Object.values(weights)) {
    assert.deepEqual(values, values.map(Math.fround));
  }
});
