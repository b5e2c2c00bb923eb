/** What tests of the engine share: a model of every kind of arithmetic that a served one has. */
import { detectors, ensembleToOnnx, fitEnsemble, type Matrix, matrix } from "../../models/mod.ts";

/** Its columns. */
export const COLUMNS: readonly string[] = ["kwh", "hour"];

/**
 * Rows of a waving load, every 17th hour missing.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.deepEqual([...waves(2).values], [0, 0, Math.fround(2 * Math.sin(1)), 1]);
 * ```
 */
export function waves(rows: number, from = 0): Matrix {
  const values = Array.from({ length: rows }, (_, i) => from + i).flatMap((row) => [
    Math.sin(row) * (1 + row % 5),
    row % 17 === 16 ? NaN : row % 24,
  ]);
  return matrix(COLUMNS, values);
}

/**
 * The bytes of a model that was fitted on {@linkcode waves}.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openSession } from "../../models/onnx/session.ts";
 * const session = await openSession(await smallModel());
 * assert.deepEqual(session.columns, COLUMNS);
 * await session.close();
 * ```
 */
export async function smallModel(threshold = 0.9): Promise<Uint8Array> {
  const x = waves(480);
  const members = [
    { detector: detectors.z_score() },
    { detector: detectors.iqr() },
    { detector: detectors.isolation_forest({ trees: 20, sampleSize: 64 }) },
    { detector: detectors.one_class_svm() },
    { detector: detectors.dbscan() },
  ];
  return ensembleToOnnx(await fitEnsemble(x, x, members, { seed: 3 }), threshold);
}
