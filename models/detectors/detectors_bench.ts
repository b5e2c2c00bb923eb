import { type Matrix, matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { detectors } from "./mod.ts";

const REQUIRED = new Set(Object.values(detectors).flatMap((factory) => factory().requires ?? []));
const BELLS = 34 - REQUIRED.size;
const COLUMNS = [...Array.from({ length: BELLS }, (_, column) => `column_${column}`), ...REQUIRED];

function bells(rows: number, seed: number): Matrix {
  const draw = random(seed);
  const values = Float32Array.from(
    { length: rows * COLUMNS.length },
    (_, at) => at % COLUMNS.length < BELLS ? draw() + draw() - 1 : Math.floor(24 * draw()),
  );
  return matrix(COLUMNS, values);
}

const training = bells(50_000, 1);
const probe = bells(10_000, 2);
/** For detectors that learn from labels: rows far out in the first column, one in fifty. */
const labels = Uint8Array.from(
  { length: training.rows },
  (_, row) => Math.abs(training.values[row * COLUMNS.length]) > 0.86 ? 1 : 0,
);
const context = { seed: 7, labels };
/** What takes half a minute to train; `neural/train_network_bench.ts` measures that. */
const NETWORKS = ["autoencoder", "lstm", "transformer"];

for (const [name, factory] of Object.entries(detectors)) {
  const fitted = await factory().fit(training, context);
  if (!NETWORKS.includes(name)) {
    Deno.bench({
      name: `${name}: fit 50,000 rows`,
      group: "fit",
      n: 5,
      fn: async () => void await factory().fit(training, context),
    });
  }
  Deno.bench({
    name: `${name}: score 10,000 rows`,
    group: "score",
    fn: () => void fitted.anomalyScores(probe),
  });
}
