/** Scores of the model, its members and the floors on the same rows. */
import { floors, type Matrix } from "../../models/mod.ts";
import type { ScoringSession } from "../../models/onnx/session.ts";

/** Scores by name; each has one value per row. */
export interface NamedScores {
  /** The members of the ensemble, as the ONNX model gives them. */
  readonly members: Readonly<Record<string, Float32Array>>;
  /** What any detector must beat. */
  readonly floors: Readonly<Record<string, Float64Array>>;
  readonly ensemble: Float32Array;
}

/**
 * Scores rows with the ONNX model, the very one that will serve, and with the floors.
 *
 * @param seed Seed of the random floor.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { detectors, ensembleToOnnx, fitEnsemble, matrix } from "../../models/mod.ts";
 * import { openSession } from "../../models/onnx/session.ts";
 * const x = matrix(["change_168h"], [-1, 0, 1, 0, 9]);
 * const ensemble = await fitEnsemble(x, x, [{ detector: detectors.iqr() }], { seed: 1 });
 * const session = await openSession(ensembleToOnnx(ensemble, 0.5));
 * const scores = await scoreRows(session, x, 1);
 * assert.deepEqual([...scores.floors.seasonal_naive], [1, 0, 1, 0, 9]);
 * assert.deepEqual(scores.members.iqr, scores.ensemble);
 * await session.close();
 * ```
 */
export async function scoreRows(
  session: ScoringSession,
  x: Matrix,
  seed: number,
  onProgress?: (fraction: number) => void,
): Promise<NamedScores> {
  const { score, memberScores } = await session.score(x, { onProgress });
  const width = session.members.length;
  return {
    ensemble: score,
    members: Object.fromEntries(session.members.map((name, member) => [
      name,
      score.map((_, row) => memberScores[row * width + member]),
    ])),
    floors: Object.fromEntries(
      Object.entries(floors).map(([name, floor]) => [name, floor.anomalyScores(x, seed)]),
    ),
  };
}
