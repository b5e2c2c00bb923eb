/** What the protocol tells of a model. */
import type { ServedModel } from "../deps.ts";
import { FEATURES } from "./feature_tensor.ts";

/** A tensor of a model; -1 stands for any number of rows. */
export interface TensorMetadata {
  readonly name: string;
  readonly datatype: "FP32" | "INT64";
  readonly shape: readonly [-1, number];
  /** Of the input: `columns`, the names of its columns in their order, as JSON. */
  readonly parameters?: { readonly columns: string };
}

/** A model as the protocol describes it. */
export interface ModelMetadata {
  readonly name: string;
  /** The versions that are loaded. */
  readonly versions: readonly string[];
  readonly platform: "onnx_onnxv1";
  readonly inputs: readonly TensorMetadata[];
  readonly outputs: readonly TensorMetadata[];
}

/**
 * Describes a model.
 *
 * @param versions Those of its name that are loaded.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openScoredHostel } from "../../pipelines/scored_hostel_fixture.ts";
 * await using hostel = await openScoredHostel();
 * assert.deepEqual(modelMetadata(hostel.model, ["3"]).inputs, [{
 *   name: "features",
 *   datatype: "FP32",
 *   shape: [-1, 2],
 *   parameters: { columns: '["residual_week","hour"]' },
 * }]);
 * ```
 */
export function modelMetadata(
  { name, columns, session }: Pick<ServedModel, "name" | "columns" | "session">,
  versions: readonly string[],
): ModelMetadata {
  const parameters = { columns: JSON.stringify(columns) };
  return {
    name,
    versions,
    platform: "onnx_onnxv1",
    inputs: [{ name: FEATURES, datatype: "FP32", shape: [-1, columns.length], parameters }],
    outputs: [
      { name: "score", datatype: "FP32", shape: [-1, 1] },
      { name: "label", datatype: "INT64", shape: [-1, 1] },
      { name: "member_scores", datatype: "FP32", shape: [-1, session.members.length] },
    ],
  };
}
