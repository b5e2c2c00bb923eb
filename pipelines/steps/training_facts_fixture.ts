/** What is known of a small training, for tests of what happens to it afterwards. */
import {
  buildReferenceProfile,
  detectors,
  ensembleToOnnx,
  fitEnsemble,
  matrix,
} from "../../models/mod.ts";
import { openSession } from "../../models/onnx/session.ts";
import { featureVersion, featureViews } from "../features/mod.ts";
import { EVALUATION } from "./evaluation_fixture.ts";
import type { TrainingFacts } from "./register_model.ts";
import { scoreRows } from "./score_rows.ts";

const THRESHOLD = 0.75;

/**
 * Runs a test with the facts of a training of two detectors on two columns; its session is closed
 * afterwards.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await withTrainingFacts(({ trained }) => {
 *   assert.deepEqual(trained.session.members, ["z_score", "iqr"]);
 * });
 * ```
 */
export async function withTrainingFacts(
  use: (facts: TrainingFacts) => Promise<void> | void,
): Promise<void> {
  const x = matrix(
    ["residual_week", "change_168h"],
    Array.from({ length: 1_200 }, (_, i) => Math.sin(i) * (1 + i % 7)),
  );
  const ensemble = await fitEnsemble(x, x, [{ detector: detectors.z_score() }, {
    detector: detectors.iqr(),
  }], { seed: 1 });
  const onnx = ensembleToOnnx(ensemble, THRESHOLD);
  const session = await openSession(onnx);
  try {
    const usual = await scoreRows(session, x, 1);
    const hours = {
      meterIds: new Array<string>(x.rows).fill("a"),
      ts: Float64Array.from({ length: x.rows }, (_, row) => row * 3_600_000),
    };
    const labels = new Uint8Array(x.rows);
    const sides = { usual: hours, labelled: { ...hours, labels } };
    await use({
      experimentId: "0",
      name: "energy-anomaly",
      dataset: "hostel",
      datasetDigest: "00ff".repeat(16),
      views: featureViews,
      featureVersion: featureVersion(featureViews),
      params: { seed: "1", until: "end" },
      trained: {
        ensemble,
        onnx,
        session,
        threshold: THRESHOLD,
        validation: { sides, usual, labelled: usual },
        parityMaxAbsDiff: 2e-7,
      },
      evaluation: EVALUATION,
      scoringMs: 4,
      profile: buildReferenceProfile(x, Array.from({ length: x.rows }, (_, row) => row % 6)),
      exampleRows: [[0.5, -1]],
      reason: "a test",
      by: "the tester",
      commit: "c0ffee",
    });
  } finally {
    await session.close();
  }
}
