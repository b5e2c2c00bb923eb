/** How far the ONNX model is from the detectors it was made of. */
import { type FittedEnsemble, type Matrix, selectRows } from "../../models/mod.ts";
import type { ScoringSession } from "../../models/onnx/session.ts";

const ROWS = 2_000;

/** Largest difference of scores that float32 outputs in [0, 1] may show. */
export const PARITY_TOLERANCE = 1e-5;

/**
 * The largest absolute difference between the scores of the ONNX model and of the detectors, over
 * ensemble and members, on rows spread evenly over `x`.
 *
 * @throws {RangeError} When it exceeds {@linkcode PARITY_TOLERANCE}: such a model must not be
 *   registered.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors, ensembleToOnnx, fitEnsemble, matrix } from "../../models/mod.ts";
 * import { openSession } from "../../models/onnx/session.ts";
 * const x = matrix(["kwh"], [1, 2, 3, 4, 50]);
 * const ensemble = await fitEnsemble(x, x, [{ detector: detectors.iqr() }], { seed: 1 });
 * const session = await openSession(ensembleToOnnx(ensemble, 0.5));
 * assert.ok(await measureParity(ensemble, session, x) < 1e-6);
 * await session.close();
 * ```
 */
export async function measureParity(
  ensemble: FittedEnsemble,
  session: ScoringSession,
  x: Matrix,
): Promise<number> {
  const rows = Math.min(ROWS, x.rows);
  const sample = selectRows(
    x,
    Array.from({ length: rows }, (_, i) => Math.floor(i * x.rows / rows)),
  );
  const served = await session.score(sample);
  const difference = Math.max(
    largestDifference(served.score, ensemble.anomalyScores(sample)),
    largestDifference(served.memberScores, ensemble.memberScores(sample)),
  );
  if (!(difference <= PARITY_TOLERANCE)) {
    throw new RangeError(
      `Cannot accept an ONNX model whose scores differ from its detectors' by more than ${PARITY_TOLERANCE}: got ${difference}`,
    );
  }
  return difference;
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(a[i] - b[i]);
    if (Number.isNaN(difference)) return NaN;
    largest = Math.max(largest, difference);
  }
  return largest;
}
