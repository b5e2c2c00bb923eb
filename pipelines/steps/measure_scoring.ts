/** How long the ONNX model takes to score a batch. */
import { type Matrix, selectRows } from "../../models/mod.ts";
import type { ScoringSession } from "../../models/onnx/session.ts";

/** Rows of the batch that is measured. */
export const SCORING_ROWS = 1_000;
const BATCHES = 5;

/**
 * The shortest time in milliseconds of scoring {@linkcode SCORING_ROWS} rows of `x` at once, of five
 * batches after one that warms up: what the longer ones took more, other work on the machine took.
 * A smaller `x` is repeated.
 *
 * @param now Milliseconds since the epoch.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors, ensembleToOnnx, fitEnsemble, matrix } from "../../models/mod.ts";
 * import { openSession } from "../../models/onnx/session.ts";
 * const x = matrix(["kwh"], [1, 2, 3, 4, 50]);
 * const ensemble = await fitEnsemble(x, x, [{ detector: detectors.iqr() }], { seed: 1 });
 * const session = await openSession(ensembleToOnnx(ensemble, 0.5));
 * let time = 0;
 * assert.equal(await measureScoring(session, x, () => time += 3), 3);
 * await session.close();
 * ```
 */
export async function measureScoring(
  session: Pick<ScoringSession, "score">,
  x: Matrix,
  now: () => number,
): Promise<number> {
  const batch = selectRows(x, Array.from({ length: SCORING_ROWS }, (_, row) => row % x.rows));
  await session.score(batch);
  let shortest = Infinity;
  for (let i = 0; i < BATCHES; i++) {
    const started = now();
    await session.score(batch);
    shortest = Math.min(shortest, now() - started);
  }
  return shortest;
}
