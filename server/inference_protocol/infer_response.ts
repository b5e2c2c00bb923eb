/** The answer to a request for inference. */
import { HEADER_LENGTH } from "./binary_body.ts";
import type { AskedOutput } from "./infer_request.ts";
import { outputBytes, type OutputName, type OutputTensor } from "./output_tensors.ts";

/** What is answered. */
export interface InferAnswer {
  readonly name: string;
  readonly version: string;
  /** As it was sent. */
  readonly id?: string;
  readonly asked: readonly AskedOutput[];
  readonly tensors: Readonly<Record<OutputName, OutputTensor>>;
}

/**
 * Writes JSON, followed by the bytes of the outputs that are asked for so.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { outputTensors } from "./output_tensors.ts";
 * const tensors = outputTensors({
 *   score: Float32Array.of(0.5),
 *   label: Uint8Array.of(0),
 *   memberScores: new Float32Array(0),
 * }, 0);
 * const asked = [{ name: "score", binary: false }] as const;
 * const response = inferResponse({ name: "m", version: "3", id: "r1", asked, tensors });
 * assert.deepEqual(await response.json(), {
 *   model_name: "m",
 *   model_version: "3",
 *   id: "r1",
 *   outputs: [{ name: "score", datatype: "FP32", shape: [1, 1], data: [0.5] }],
 * });
 * ```
 */
export function inferResponse({ name, version, id, asked, tensors }: InferAnswer): Response {
  const parts: Uint8Array[] = [];
  const outputs = asked.map(({ name, binary }) => {
    const tensor = tensors[name];
    const { datatype, shape, values } = tensor;
    if (!binary) return { name, datatype, shape, data: Array.from(values) };
    const bytes = outputBytes(tensor);
    parts.push(bytes);
    return { name, datatype, shape, parameters: { binary_data_size: bytes.length } };
  });
  const json = JSON.stringify({
    model_name: name,
    model_version: version,
    ...(id !== undefined && { id }),
    outputs,
  });
  if (parts.length === 0) {
    return new Response(json, { headers: { "content-type": "application/json" } });
  }
  const head = new TextEncoder().encode(json);
  return new Response(new Blob([head, ...parts as Uint8Array<ArrayBuffer>[]]), {
    headers: {
      "content-type": "application/octet-stream",
      [HEADER_LENGTH]: String(head.length),
    },
  });
}
