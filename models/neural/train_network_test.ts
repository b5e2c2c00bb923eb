import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { startBackend } from "./backend.ts";
import { type Samples, trainNetwork } from "./train_network.ts";

const start = { guess: { shape: [1], values: [0] } };

/** A network that expects the same of every value. */
function guess(weights: { readonly guess: tf.Tensor }, x: tf.Tensor2D): tf.Tensor2D {
  return tf.add(tf.zerosLike(x), weights.guess);
}

/** One value a row; those at the places given validate, the others train. */
function samples(values: number[], validation: number[]): Samples {
  return {
    width: 1,
    values: Float32Array.from(values, (value) => Number.isNaN(value) ? 0 : value),
    present: Float32Array.from(values, (value) => Number.isNaN(value) ? 0 : 1),
    validation: Uint32Array.from(validation),
    training: Uint32Array.from(values.keys()).filter((row) => !validation.includes(row)),
  };
}

Deno.test("trainNetwork() finds the mean of the values present, the least squared error", async () => {
  const values = Array.from({ length: 2560 }, (_, row) => [1, 0, NaN, NaN][row % 4]);
  const trained = await trainNetwork(guess, start, samples(values, [0, 1]), {
    seed: 7,
    epochs: 30,
    backend: "wasm",
  });
  // With the missing values as 0 it would be 0.25.
  assert.ok(Math.abs(trained.guess.values[0] - 0.5) < 0.02, `${trained.guess.values}`);
});

Deno.test("trainNetwork() stops when validation gets worse, and gives the weights of its best", async () => {
  // 40 batches an epoch, each a step of 0.01 towards 9: 0.8 is reached in the second epoch.
  const values = [0.8, ...new Array<number>(40 * 128).fill(9)];
  const fractions: number[] = [];
  const trained = await trainNetwork(guess, start, samples(values, [0]), {
    seed: 7,
    epochs: 20,
    backend: "wasm",
    onProgress: (fraction) => fractions.push(fraction),
  });
  assert.ok(Math.abs(trained.guess.values[0] - 0.8) < 0.1, `${trained.guess.values}`);
  // The second epoch is the best one, and four more were of no use.
  assert.deepEqual(fractions, [0, 1, 2, 3, 4, 5].map((epoch) => epoch / 20));
});

Deno.test("trainNetwork() takes forty batches an epoch, of 32 rows or more", async () => {
  // Each batch is a step of 0.01 towards a value that is never reached.
  for (const [rows, batches] of [[20, 1], [64, 2], [1280, 40], [2560, 40], [12_800, 100]]) {
    const far = samples(new Array<number>(rows + 1).fill(1e6), [0]);
    const { guess: { values: [reached] } } = await trainNetwork(guess, start, far, {
      seed: 7,
      epochs: 1,
      backend: "wasm",
    });
    assert.ok(Math.abs(reached - 0.01 * batches) < 1e-3, `${rows} rows: ${reached}`);
  }
});

Deno.test("trainNetwork() repeats its bytes, and follows another seed to others", async () => {
  const values = Array.from({ length: 300 }, (_, row) => Math.sin(row) * 10);
  const train = (seed: number) =>
    trainNetwork(guess, start, samples(values, [0, 1, 2]), { seed, epochs: 3, backend: "wasm" });
  const [one, same, other] = [await train(1), await train(1), await train(2)];
  assert.deepEqual(same, one);
  assert.notDeepEqual(other, one);
});

Deno.test("trainNetwork() gives float32 weights, and the initial ones when no loss is a number", async () => {
  const trained = await trainNetwork(guess, start, samples([1, 2], [0]), {
    seed: 7,
    epochs: 1,
    backend: "wasm",
  });
  assert.deepEqual(trained.guess.values, trained.guess.values.map(Math.fround));
  const broken = (weights: { readonly guess: tf.Tensor }, x: tf.Tensor2D) =>
    tf.mul<tf.Tensor2D>(guess(weights, x), NaN);
  const same = await trainNetwork(broken, start, samples([1, 2], [0]), {
    seed: 7,
    epochs: 9,
    backend: "wasm",
  });
  assert.deepEqual(same, start);
});

Deno.test("trainNetwork() keeps no tensor, done or aborted", async () => {
  await startBackend("wasm");
  const before = tf.memory().numTensors;
  await trainNetwork(guess, start, samples([1, 2], [0]), { seed: 7, epochs: 2, backend: "wasm" });
  assert.equal(tf.memory().numTensors, before);
  const stop = new AbortController();
  const training = trainNetwork(guess, start, samples([1, 2], [0]), {
    seed: 7,
    epochs: 50,
    backend: "wasm",
    signal: stop.signal,
    onProgress: (fraction) => fraction > 0 && stop.abort(),
  });
  await assert.rejects(training, { name: "AbortError" });
  assert.equal(tf.memory().numTensors, before);
});
