/** What a request for inference asks. */
import type { Matrix } from "../../models/mod.ts";
import { badField, RequestError } from "../request_error.ts";
import { utf8Text } from "../request_text.ts";
import { isRecord, shown } from "../scoring_protocol/cell.ts";
import { parsePythonJson } from "../scoring_protocol/python_json.ts";
import { dealOut, splitBody } from "./binary_body.ts";
import { featureTensor } from "./feature_tensor.ts";
import { OUTPUT_NAMES, type OutputName } from "./output_tensors.ts";

/** An output that is asked for. */
export interface AskedOutput {
  readonly name: OutputName;
  /** Whether its data are to follow the JSON as bytes. */
  readonly binary: boolean;
}

/** A request for inference. */
export interface InferRequest {
  /** To be given back; absent where none was sent. */
  readonly id?: string;
  readonly x: Matrix;
  /** In the order in which they are to be written. */
  readonly outputs: readonly AskedOutput[];
}

/** What asks for something that the server does not do, and so cannot be left unread. */
const UNKNOWN_HERE = ["shared_memory_region", "classification"];

/**
 * Reads a request for inference. Bare `NaN` is taken in its JSON, as Python clients write it; further
 * parameters are left unread.
 *
 * @param bytes The body.
 * @param header Value of `Inference-Header-Content-Length`.
 * @param columns The model's columns.
 * @throws {RequestError} 400 that names the field at fault.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const inputs = [{ name: "features", datatype: "FP32", shape: [1, 2], data: [1, 2] }];
 * const body = new TextEncoder().encode(JSON.stringify({ id: "r1", inputs }));
 * const { id, x, outputs } = inferRequest(body, undefined, ["a", "b"]);
 * assert.deepEqual([id, [...x.values], outputs.length], ["r1", [1, 2], 3]);
 * ```
 */
export function inferRequest(
  bytes: Uint8Array,
  header: string | undefined,
  columns: readonly string[],
): InferRequest {
  const { json, binary } = splitBody(bytes, header);
  const body = parsePythonJson(utf8Text(json));
  if (!isRecord(body)) {
    throw new RequestError(400, `Cannot read the body: expected an object, got ${shown(body)}`);
  }
  const { id, inputs } = body;
  if (id !== undefined && typeof id !== "string") {
    throw badField("id", `expected text, got ${shown(id)}`);
  }
  if (!Array.isArray(inputs) || inputs.length !== 1 || !isRecord(inputs[0])) {
    const got = Array.isArray(inputs) ? `a list of ${inputs.length}` : shown(inputs);
    throw badField("inputs", `expected a list of one tensor, got ${got}`);
  }
  const size = parametersOf(inputs[0], "inputs[0]").binary_data_size;
  const [data] = dealOut(binary, [size]);
  const allBinary = parametersOf(body, "the body").binary_data_output === true;
  return {
    ...(id !== undefined && { id }),
    x: featureTensor(inputs[0], data, columns, "inputs[0]"),
    outputs: askedOutputs(body.outputs, allBinary),
  };
}

function askedOutputs(outputs: unknown, allBinary: boolean): AskedOutput[] {
  if (outputs === undefined) return OUTPUT_NAMES.map((name) => ({ name, binary: allBinary }));
  if (!Array.isArray(outputs)) throw badField("outputs", `expected a list, got ${shown(outputs)}`);
  const asked = outputs.map((output, i): AskedOutput => {
    const field = `outputs[${i}]`;
    if (!isRecord(output)) throw badField(field, `expected an object, got ${shown(output)}`);
    const name = OUTPUT_NAMES.find((known) => known === output.name);
    if (name === undefined) {
      const known = OUTPUT_NAMES.join(", ");
      throw badField(`${field}.name`, `expected one of ${known}, got ${shown(output.name)}`);
    }
    const { binary_data = allBinary } = parametersOf(output, field);
    return { name, binary: binary_data === true };
  });
  const repeated = asked.find(({ name }, i) => asked.findIndex((one) => one.name === name) < i);
  if (repeated !== undefined) throw badField("outputs", `"${repeated.name}" is asked for twice`);
  return asked;
}

function parametersOf(
  { parameters = {} }: Readonly<Record<string, unknown>>,
  field: string,
): Readonly<Record<string, unknown>> {
  if (!isRecord(parameters)) {
    throw badField(`${field}.parameters`, `expected an object, got ${shown(parameters)}`);
  }
  const unknown = UNKNOWN_HERE.find((name) => Object.hasOwn(parameters, name));
  if (unknown === undefined) return parameters;
  throw badField(`${field}.parameters.${unknown}`, "the server has no such extension");
}
