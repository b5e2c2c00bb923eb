/** What a model file says about itself, which the ONNX runtime for JavaScript does not hand out. */
import onnxProto from "onnx-proto";

const { ModelProto } = onnxProto.onnx;

/** The part of the ONNX contract that lies in the model's `metadata_props`. */
export interface ModelContract {
  /** Feature columns in the order of the input; key `columns`, a JSON array. */
  readonly columns: readonly string[];
  /** Names of the members in the order of `member_scores`; key `members`, a JSON array. */
  readonly members: readonly string[];
  /** A row whose `score` is at or above it gets label 1; key `threshold`. */
  readonly threshold: number;
  /** Further entries of the `metadata_props`, by key. */
  readonly metadata: Readonly<Record<string, string>>;
}

/**
 * The contract and the further metadata as the `metadata_props` of a model file.
 *
 * @throws {RangeError} When `metadata` uses one of the keys of the contract.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const contract = { columns: ["kwh"], members: ["iqr"], threshold: 0.5, metadata: { seed: "7" } };
 * assert.deepEqual(writeContract(contract), {
 *   columns: '["kwh"]',
 *   members: '["iqr"]',
 *   threshold: "0.5",
 *   seed: "7",
 * });
 * ```
 */
export function writeContract(
  { columns, members, threshold, metadata }: ModelContract,
): Record<string, string> {
  const keys = {
    columns: JSON.stringify(columns),
    members: JSON.stringify(members),
    threshold: String(threshold),
  };
  const taken = Object.keys(metadata).find((key) => Object.hasOwn(keys, key));
  if (taken !== undefined) {
    throw new RangeError(`Cannot add metadata under a key of the contract: got "${taken}"`);
  }
  // Sorted, so that the bytes of a model do not depend on the order in which a caller collects.
  const sorted = Object.entries(metadata).sort(([a], [b]) => a < b ? -1 : 1);
  return { ...keys, ...Object.fromEntries(sorted) };
}

/**
 * Reads what an ONNX model says about itself.
 *
 * @throws {SyntaxError} When the bytes are not an ONNX model, or a key of the contract is missing
 * or not of its form.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.throws(() => readContract(new TextEncoder().encode("not a model")), SyntaxError);
 * ```
 */
export function readContract(bytes: Uint8Array): ModelContract {
  const { columns, members, threshold, ...metadata } = decodeProperties(bytes);
  return {
    columns: parseNames("columns", columns),
    members: parseNames("members", members),
    threshold: parseThreshold(threshold),
    metadata,
  };
}

function decodeProperties(bytes: Uint8Array): Record<string, string> {
  try {
    const model = ModelProto.decode(bytes);
    return Object.fromEntries(model.metadataProps.map(({ key, value }) => [key, value]));
  } catch (cause) {
    throw new SyntaxError(`Cannot read ${bytes.length} bytes as an ONNX model`, { cause });
  }
}

function parseNames(key: string, text?: string): string[] {
  const names: unknown = text === undefined ? undefined : parseJson(key, text);
  if (Array.isArray(names) && names.length > 0 && names.every((name) => typeof name === "string")) {
    return names;
  }
  throw malformed(key, "a JSON array of names", text);
}

function parseJson(key: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw malformed(key, "JSON", text, cause);
  }
}

function parseThreshold(text?: string): number {
  const threshold = text === undefined || text.trim() === "" ? NaN : Number(text);
  if (Number.isFinite(threshold)) return threshold;
  throw malformed("threshold", "a finite number", text);
}

function malformed(key: string, rule: string, text: string | undefined, cause?: unknown) {
  const value = text === undefined ? "missing" : JSON.stringify(text);
  return new SyntaxError(
    `Cannot read the model metadata as "${key}" must be ${rule}: current value is ${value}`,
    { cause },
  );
}
