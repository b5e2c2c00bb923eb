/**
 * ONNX: the graph builder, one exporter per detector, and the model file of an ensemble. The
 * session that runs a model loads a native library and has its own entry, `session.ts`.
 *
 * @module
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { fromMeanState } from "../ensembles/combiners/mean.ts";
 * const calibration = { knots: [0, 1], values: [0, 0.95], width: 1 };
 * const detector = { toOnnx: (_: OnnxGraph, features: string) => features };
 * const columns = ["kwh"];
 * const members = [{ name: "kwh_itself", columns, detector, calibration }];
 * const combiner = fromMeanState({ kind: "mean" });
 * const bytes = ensembleToOnnx({ columns, members, combiner }, 0.5);
 * assert.deepEqual(readContract(bytes).columns, ["kwh"]);
 * ```
 */
export { type ModelContract, readContract } from "./contract.ts";
export { ensembleToOnnx, type ExportableEnsemble } from "./ensemble.ts";
export { OnnxGraph } from "./graph.ts";
export type { Scores, ScoringSession } from "./session.ts";
