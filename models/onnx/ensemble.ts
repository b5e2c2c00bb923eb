/** A fitted ensemble and its threshold as one ONNX model. */
import type { FittedDetector } from "../detectors/detector.ts";
import type { Calibration } from "../ensembles/calibration.ts";
import { exportCalibration } from "./calibration.ts";
import { encodeModel } from "./encode.ts";
import { OnnxGraph } from "./graph.ts";
import { exportScoringRows } from "./scoring_rows.ts";
import { writeContract } from "./contract.ts";

/** What the export needs to know of a fitted ensemble. */
export interface ExportableEnsemble {
  readonly columns: readonly string[];
  readonly members: readonly {
    readonly name: string;
    readonly detector: Pick<FittedDetector, "toOnnx">;
    readonly calibration: Calibration;
  }[];
}

/**
 * Writes an ensemble as an ONNX model with everything inside: missing and infinite values,
 * members, calibration, combination and threshold.
 *
 * Input `features` is float32 `[N, F]`. Outputs are `score` float32 `[N, 1]` in [0, 1], `label`
 * int64 `[N, 1]` (1 where score ≥ threshold, both float32) and `member_scores` float32 `[N, M]`.
 * The metadata holds `columns`, `members` and the float32 `threshold`. All that lies between input
 * and outputs is computed in double, but for the comparisons inside trees. The same ensemble,
 * threshold and metadata give the same bytes.
 *
 * @param metadata More entries for the model's metadata, such as a version or a digest.
 * @throws {RangeError} When the threshold is not finite or the metadata reuses a contract key.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { readContract } from "./contract.ts";
 * import type { OnnxGraph } from "./graph.ts";
 * const ensemble = {
 *   columns: ["kwh"],
 *   members: [{
 *     name: "kwh_itself",
 *     detector: { toOnnx: (_: OnnxGraph, features: string) => features },
 *     calibration: { knots: [0, 1], values: [0, 0.95], width: 1 },
 *   }],
 * };
 * assert.equal(readContract(ensembleToOnnx(ensemble, 0.5)).threshold, 0.5);
 * ```
 */
export function ensembleToOnnx(
  ensemble: ExportableEnsemble,
  threshold: number,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const { columns, members } = ensemble;
  const graph = new OnnxGraph();
  const input = graph.input("features", "float32", ["N", columns.length]);
  const features = exportScoringRows(graph, input);

  const calibrated = members.map(({ detector, calibration }) =>
    exportCalibration(graph, detector.toOnnx(graph, features), calibration)
  );
  const all = graph.node("Concat", calibrated, { axis: { int: 1 } });
  const mean = graph.node("ReduceMean", [all], { axes: { ints: [1] }, keepdims: { int: 1 } });

  const score = graph.node("Cast", [mean], { to: { type: "float32" } }, { output: "score" });
  const alarm = graph.node("GreaterOrEqual", [score, graph.float(threshold)]);
  const label = graph.node("Cast", [alarm], { to: { type: "int64" } }, { output: "label" });
  const memberScores = graph.node("Cast", [all], { to: { type: "float32" } }, {
    output: "member_scores",
  });
  graph.output(score, "float32", ["N", 1]);
  graph.output(label, "int64", ["N", 1]);
  graph.output(memberScores, "float32", ["N", members.length]);

  return encodeModel(
    graph,
    writeContract({
      columns,
      members: members.map(({ name }) => name),
      // As float32, the value the labels were made with.
      threshold: Math.fround(threshold),
      metadata,
    }),
  );
}
