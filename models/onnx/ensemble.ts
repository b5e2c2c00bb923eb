/** A fitted ensemble and its threshold as one ONNX model. */
import type { FittedDetector } from "../detectors/detector.ts";
import type { Calibration } from "../ensembles/calibration.ts";
import type { FittedCombiner } from "../ensembles/combiners/combiner.ts";
import type { ProbabilityMap } from "../ensembles/probabilities/probability.ts";
import { exportCalibration } from "./calibration.ts";
import { encodeModel } from "./encode.ts";
import { OnnxGraph } from "./graph.ts";
import { exportScoringRows } from "./scoring_rows.ts";
import { writeContract } from "./contract.ts";

/** What the export needs to know of a fitted ensemble. */
export interface ExportableEnsemble {
  readonly columns: readonly string[];
  readonly combiner: Pick<FittedCombiner, "toOnnx">;
  readonly probability?: Pick<ProbabilityMap, "toOnnx">;
  readonly members: readonly {
    readonly name: string;
    /** The columns of the ensemble that it reads, in its own order. */
    readonly columns: readonly string[];
    readonly detector: Pick<FittedDetector, "toOnnx">;
    readonly calibration: Calibration;
  }[];
}

/**
 * Writes an ensemble as an ONNX model with everything inside: missing and infinite values,
 * members and the columns each reads, calibration, combination, probability and threshold.
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
 * import { fromMeanState } from "../ensembles/combiners/mean.ts";
 * import { readContract } from "./contract.ts";
 * import type { OnnxGraph } from "./graph.ts";
 * const ensemble = {
 *   columns: ["kwh"],
 *   combiner: fromMeanState({ kind: "mean" }),
 *   members: [{
 *     name: "kwh_itself",
 *     columns: ["kwh"],
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
  const { columns, members, combiner, probability } = ensemble;
  const graph = new OnnxGraph();
  const input = graph.input("features", "float32", ["N", columns.length]);
  const features = exportScoringRows(graph, input);

  const calibrated = members.map((member) => {
    const own = exportColumns(graph, features, columns, member.columns);
    return exportCalibration(graph, member.detector.toOnnx(graph, own), member.calibration);
  });
  const all = graph.node("Concat", calibrated, { axis: { int: 1 } });
  const combined = combiner.toOnnx(graph, all);
  const final = probability ? probability.toOnnx(graph, combined) : combined;

  const score = graph.node("Cast", [final], { to: { type: "float32" } }, { output: "score" });
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

/** The columns a member reads; no node where they are all there are. */
function exportColumns(
  graph: OnnxGraph,
  features: string,
  columns: readonly string[],
  own: readonly string[],
): string {
  if (own.length === columns.length && own.every((name, j) => name === columns[j])) return features;
  const indices = own.map((name) => columns.indexOf(name));
  return graph.node("Gather", [features, graph.int64(indices)], { axis: { int: 1 } });
}
