/** Time to learn from windows of 24 hours. */
import { autoencoder } from "../detectors/autoencoder.ts";
import { lstm } from "../detectors/lstm.ts";
import { transformer } from "../detectors/transformer.ts";
import { matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { startBackend } from "./backend.ts";

const HOURS = 24;
const ROWS = 20_000;

const draw = random(7);
const columns = Array.from({ length: HOURS }, (_, j) => `lag_${HOURS - 1 - j}`);
const windows = matrix(
  columns,
  Float32Array.from({ length: ROWS * HOURS }, (_, at) => Math.sin(at / 4) + draw()),
);
await startBackend("wasm");

for (const factory of [autoencoder, lstm, transformer]) {
  const { name } = factory();
  Deno.bench({
    name: `${name}: one epoch of 20,000 windows of 24`,
    n: 1,
    warmup: 0,
    fn: async () => {
      await factory({ epochs: 1, sampleSize: ROWS }).fit(windows, { seed: 7 });
    },
  });
  Deno.bench({
    name: `${name}: default fit to 20,000 windows of 24`,
    n: 1,
    warmup: 0,
    fn: async () => {
      await factory().fit(windows, { seed: 7 });
    },
  });
}
