/** The `MLmodel` file and the environment files beside it: what MLflow reads first. */

/** Versions of Python and of the packages that score the model; pinned, so that it scores alike. */
export const pythonPins = {
  python: "3.11.7",
  mlflow: "3.11.1",
  numpy: "2.4.6",
  onnx: "1.23.2",
  onnxruntime: "1.32.0",
  pandas: "2.3.3",
} as const;

/** What an `MLmodel` file says. */
export interface MlmodelFacts {
  /** Id of the logged model: `m-` and 32 hexadecimal digits. */
  readonly modelId: string;
  /** The run that trained the model. */
  readonly runId: string;
  /** Names of the feature columns, in the order of the ONNX input. */
  readonly columns: readonly string[];
  /** Names of the ensemble's members, in the order of `member_scores`. */
  readonly members: readonly string[];
  /** When the model was made, in epoch milliseconds. */
  readonly createdAt: number;
  /** Bytes of `model.onnx`. */
  readonly modelSize: number;
  /** Facts of our own, for whoever reads the file. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/**
 * Writes an `MLmodel` file with the flavors `onnx` and `python_function`. Each feature is a column
 * of doubles, so that MLflow checks a frame by name and takes ordinary pandas numbers.
 *
 * @throws {RangeError} When `modelId` is not the id of a logged model.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = mlmodelYaml({
 *   modelId: `m-${"0".repeat(32)}`,
 *   runId: "r",
 *   columns: ["hour"],
 *   members: ["iqr"],
 *   createdAt: 0,
 *   modelSize: 10,
 * });
 * assert.match(text, /^utc_time_created: "1970-01-01 00:00:00.000000"$/m);
 * ```
 */
export function mlmodelYaml(facts: MlmodelFacts): string {
  const { modelId, runId, columns, members, createdAt, modelSize, metadata = {} } = facts;
  if (!/^m-[0-9a-f]{32}$/.test(modelId)) {
    throw new RangeError(
      `Cannot write an MLmodel file: expected a model id of m- and 32 hexadecimal digits, got "${modelId}"`,
    );
  }
  const inputs = columns.map((name) => ({ type: "double", name, required: true }));
  const outputs = [
    { type: "float", name: "score", required: true },
    { type: "long", name: "label", required: true },
    ...members.map((name) => ({ type: "float", name, required: true })),
  ];
  const entries = Object.entries(metadata).sort(([a], [b]) => (a < b ? -1 : 1));
  // A JSON string is a YAML string too.
  return `flavors:
  onnx:
    code: null
    data: model.onnx
    onnx_session_options: null
    onnx_version: ${pythonPins.onnx}
    providers:
    - CPUExecutionProvider
  python_function:
    code: code
    data: model.onnx
    env:
      conda: conda.yaml
      virtualenv: python_env.yaml
    loader_module: pyfunc_loader
    python_version: ${pythonPins.python}
is_signature_from_type_hint: false
metadata:${
    entries.length === 0
      ? " null"
      : entries.map(([key, value]) => `\n  ${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(
        "",
      )
  }
mlflow_version: ${pythonPins.mlflow}
model_id: ${modelId}
model_size_bytes: ${modelSize}
model_uuid: ${modelId.slice("m-".length)}
prompts: null
run_id: ${JSON.stringify(runId)}
saved_input_example_info:
  artifact_path: input_example.json
  pandas_orient: split
  serving_input_path: serving_input_example.json
  type: dataframe
signature:
  inputs: ${JSON.stringify(JSON.stringify(inputs))}
  outputs: ${JSON.stringify(JSON.stringify(outputs))}
  params: null
type_hint_from_example: false
utc_time_created: "${new Date(createdAt).toISOString().replace("T", " ").replace("Z", "000")}"
`;
}

/**
 * The texts of `requirements.txt`, `conda.yaml` and `python_env.yaml`, by file name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(environmentFiles()["requirements.txt"], /^mlflow==/);
 * ```
 */
export function environmentFiles(): Record<
  "requirements.txt" | "conda.yaml" | "python_env.yaml",
  string
> {
  const { python, ...packages } = pythonPins;
  const requirements = Object.entries(packages).map(([name, version]) => `${name}==${version}`);
  return {
    "requirements.txt": `${requirements.join("\n")}\n`,
    "conda.yaml": `channels:
- conda-forge
dependencies:
- python=${python}
- pip
- pip:
${requirements.map((line) => `  - ${line}\n`).join("")}name: mlflow-env
`,
    "python_env.yaml": `python: ${python}
build_dependencies:
- pip
- setuptools
- wheel
dependencies:
- -r requirements.txt
`,
  };
}
