/** The fit that all networks share. */

import type { Matrix } from "../matrix.ts";
import type { Backend } from "../neural/mod.ts";
import { deriveSeed, random } from "../random.ts";
import type { FitContext } from "./detector.ts";
import type { Network, NetworkState } from "./network.ts";
import { networkSamples } from "./network_samples.ts";
import { requireWhole } from "./require_whole.ts";
import { fitScaler } from "./scaler.ts";
import { sampleRows, trainingRows } from "./training_rows.ts";

const CLIP = 10;

/** How long a network is trained. */
export interface TrainingOptions {
  /** Passes over the rows at most; fewer when they stop helping. @default {20} */
  readonly epochs?: number;
  /** Rows learnt from at most; time grows with them. @default {5000} */
  readonly sampleSize?: number;
  /**
   * What computes: "wasm" on one processor core, the same bytes on any machine; "webgpu" on a
   * graphics card, near that but not to the byte. A process trains on one of them.
   * @default {"wasm"}
   */
  readonly backend?: Backend;
}

/**
 * The options with their defaults.
 *
 * @param action What cannot be done otherwise, as in "Cannot ‹action›".
 * @throws {RangeError} When epochs or sampleSize is not a whole number from 1, or the backend unknown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual(trainingOptions("train", { epochs: 2 }), {
 *   epochs: 2,
 *   sampleSize: 5000,
 *   backend: "wasm",
 * });
 * ```
 */
export function trainingOptions(
  action: string,
  { epochs = 20, sampleSize = 5000, backend = "wasm" }: TrainingOptions,
): Required<TrainingOptions> {
  requireWhole(action, "epochs", epochs, 1);
  requireWhole(action, "sampleSize", sampleSize, 1);
  if (backend !== "wasm" && backend !== "webgpu") {
    throw new RangeError(
      `Cannot ${action} as backend must be "wasm" or "webgpu": current value is ${backend}`,
    );
  }
  return { epochs, sampleSize, backend };
}

/**
 * Trains a network on a sample of the rows, scaled. TensorFlow.js is loaded here, for the first fit
 * of a process.
 *
 * @returns The fitted state, but for its kind.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { matrix } from "../matrix.ts";
 * import { autoencoderNetwork } from "./autoencoder.ts";
 * const x = matrix(["kwh"], [1, 3]);
 * const training = trainingOptions("train", { epochs: 1 });
 * const { scaler } = await fitNetwork(autoencoderNetwork(1), x, { seed: 7 }, training);
 * assert.deepEqual(scaler, { center: [2], inverse: [1], clip: 10 });
 * ```
 */
export async function fitNetwork<Name extends string>(
  network: Network<Name>,
  x: Matrix,
  { seed, signal, onProgress }: FitContext,
  { epochs, sampleSize, backend }: Required<TrainingOptions>,
): Promise<Omit<NetworkState<string, Name>, "kind">> {
  const rows = trainingRows(x, { seed, signal });
  const scaler = fitScaler(rows, CLIP);
  const sample = sampleRows(rows, sampleSize, seed);
  const initial = network.initialWeights(x.columns.length, random(deriveSeed(seed, "weights")));
  const { trainNetwork } = await import("../neural/mod.ts");
  const weights = await trainNetwork(
    await network.loadGraph(),
    initial,
    networkSamples(sample, scaler, seed),
    { seed: deriveSeed(seed, "batches"), epochs, backend, signal, onProgress },
  );
  onProgress?.(1);
  return { columns: [...x.columns], scaler, weights };
}
