/** The files of a model version: everything to score with it, and to judge it by. */

import { environmentFiles, mlmodelYaml } from "./mlmodel.ts";
import pyfuncLoader from "./pyfunc_loader.py" with { type: "text" };

/** What goes into a model package. */
export interface PackageContents {
  /** Id of the logged model that gets the files: `m-` and 32 hexadecimal digits. */
  readonly modelId: string;
  /** The run that trained the model. */
  readonly runId: string;
  /** When the model was made, in epoch milliseconds. */
  readonly createdAt: number;
  /** The ensemble as one ONNX graph. */
  readonly onnx: Uint8Array<ArrayBuffer>;
  /** Names of the feature columns, in the order of the ONNX input. */
  readonly columns: readonly string[];
  /** Names of the ensemble's members, in the order of `member_scores`. */
  readonly members: readonly string[];
  /** Rows of features, each as wide as `columns`, as an example of input; NaN is missing. */
  readonly exampleRows: readonly (readonly number[])[];
  /** SQL of the feature views, by name. */
  readonly views: Readonly<Record<string, string>>;
  /** What drift is measured against; plain JSON. */
  readonly referenceProfile: unknown;
  /** What the evaluation found; plain JSON. */
  readonly evaluation: unknown;
  /** The model card, in Markdown. */
  readonly modelCard: string;
  /** Facts of our own for the `MLmodel` file. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/**
 * Makes the files of a model package, by their paths. The same contents give the same bytes.
 * `mlflow.onnx.load_model`, `mlflow.pyfunc.load_model` and `mlflow models serve` take them.
 *
 * @throws {RangeError} When an example row is not as wide as `columns`, a view's name is not a
 * plain file name, or `modelId` is not the id of a logged model.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const files = packageFiles({
 *   modelId: `m-${"0".repeat(32)}`,
 *   runId: "r",
 *   createdAt: 0,
 *   onnx: new Uint8Array([8, 8]),
 *   columns: ["hour"],
 *   members: ["iqr"],
 *   exampleRows: [[13]],
 *   views: { energy_hourly: "SELECT 1" },
 *   referenceProfile: {},
 *   evaluation: {},
 *   modelCard: "# Card",
 * });
 * assert.deepEqual(files.get("features/energy_hourly.sql"), new TextEncoder().encode("SELECT 1"));
 * ```
 */
export function packageFiles(contents: PackageContents): Map<string, Uint8Array<ArrayBuffer>> {
  const { onnx, columns, exampleRows, views } = contents;
  requireWidth(exampleRows, columns.length);
  const example = { columns, data: exampleRows };
  const texts: Record<string, string> = {
    MLmodel: mlmodelYaml({ ...contents, modelSize: onnx.length }),
    ...environmentFiles(),
    "code/pyfunc_loader.py": pyfuncLoader,
    "input_example.json": json(example),
    "serving_input_example.json": json({ dataframe_split: example }),
    "reference_profile.json": json(contents.referenceProfile),
    "evaluation.json": json(contents.evaluation),
    "model_card.md": contents.modelCard,
    ...Object.fromEntries(Object.entries(views).map(([name, sql]) => [viewPath(name), sql])),
  };
  const encoder = new TextEncoder();
  const files = Object.entries(texts).map(([path, text]) => [path, encoder.encode(text)] as const);
  return new Map([["model.onnx", onnx], ...files]);
}

/** NaN becomes null, which pandas reads as missing. */
function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function requireWidth(rows: readonly (readonly number[])[], width: number): void {
  const wrong = rows.find((row) => row.length !== width);
  if (wrong === undefined) return;
  throw new RangeError(
    `Cannot pack an example row: expected ${width} values, got ${wrong.length}`,
  );
}

function viewPath(name: string): string {
  if (/^\w+$/.test(name)) return `features/${name}.sql`;
  throw new RangeError(
    `Cannot pack a feature view: expected a name of letters, digits and underscores, got "${name}"`,
  );
}
