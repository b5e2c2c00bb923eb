/** The one numeric container of Wattbook: a dense row-major float32 table. */

/** Rows fetched before any of them is copied. */
const BLOCK = 64;

/**
 * A table of numbers, row-major; `NaN` marks a missing value. Float32 because the
 * ONNX input is float32: what is trained is what is served.
 */
export interface Matrix {
  /** Column names, in order; the width of every row. */
  readonly columns: readonly string[];
  /** Number of rows. */
  readonly rows: number;
  /** `rows × columns.length` values, row after row. */
  readonly values: Float32Array;
}

/**
 * Builds a matrix and checks its shape. A number beyond float32, such as 1e39, becomes infinite: a
 * fit refuses it, a score takes it for the largest float32.
 *
 * @param columns Column names, unique.
 * @param values `rows × columns.length` values, row-major.
 * @throws {RangeError} When the values do not fill whole rows, or a name repeats.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const x = matrix(["kwh", "hour"], [1.5, 0, 2.5, 1]);
 * assert.equal(x.rows, 2);
 * ```
 */
export function matrix(columns: readonly string[], values: ArrayLike<number>): Matrix {
  if (columns.length === 0) throw new RangeError("Cannot build a matrix without columns");
  if (new Set(columns).size !== columns.length) {
    throw new RangeError(`Cannot build a matrix with repeated columns: got ${columns.join(", ")}`);
  }
  const rows = values.length / columns.length;
  if (!Number.isInteger(rows)) {
    throw new RangeError(
      `Cannot fill rows of ${columns.length} columns with ${values.length} values`,
    );
  }
  return {
    columns,
    rows,
    values: values instanceof Float32Array ? values : Float32Array.from(values),
  };
}

/**
 * The rows of `x` at `indices`, in that order; an index may repeat.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const x = matrix(["kwh"], [1, 2, 3]);
 * assert.deepEqual([...selectRows(x, [2, 0]).values], [3, 1]);
 * ```
 */
export function selectRows(x: Matrix, indices: ArrayLike<number>): Matrix {
  const width = x.columns.length;
  const values = new Float32Array(indices.length * width);
  for (let first = 0, to = 0; first < indices.length; first += BLOCK) {
    const end = Math.min(first + BLOCK, indices.length);
    // The rows may lie far apart: touching them in a loop of its own lets the machine wait for many
    // of them at once. What is written here is written over below.
    for (let i = first; i < end; i++) {
      const start = indices[i] * width;
      values[to] += x.values[start] + x.values[start + width - 1];
    }
    for (let i = first; i < end; i++) {
      const start = indices[i] * width;
      for (let at = start; at < start + width; at++) values[to++] = x.values[at];
    }
  }
  return { columns: x.columns, rows: indices.length, values };
}

/**
 * The columns of `x` by these names, in that order; `x` itself where they are its own.
 *
 * @throws {RangeError} When there are no names, one repeats or `x` lacks one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const x = matrix(["kwh", "hour", "day"], [1.5, 0, 6, 2.5, 1, 6]);
 * assert.deepEqual(selectColumns(x, ["day", "kwh"]), matrix(["day", "kwh"], [6, 1.5, 6, 2.5]));
 * ```
 */
export function selectColumns(x: Matrix, names: readonly string[]): Matrix {
  if (names.length === x.columns.length && names.every((name, j) => name === x.columns[j])) {
    return x;
  }
  const lacking = names.find((name) => !x.columns.includes(name));
  if (lacking !== undefined) {
    throw new RangeError(
      `Cannot select columns as each must be one of ${
        x.columns.join(", ")
      }: current value is ${lacking}`,
    );
  }
  const from = names.map((name) => x.columns.indexOf(name));
  const values = new Float32Array(x.rows * from.length);
  for (let row = 0, at = 0; row < x.rows; row++) {
    const start = row * x.columns.length;
    for (const column of from) values[at++] = x.values[start + column];
  }
  return matrix(names, values);
}

/**
 * Checks that `x` has exactly the columns a fitted object was trained on.
 *
 * @throws {TypeError} When a column is missing, extra or out of place.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.throws(() => requireColumns(matrix(["b"], [1]), ["a"]), TypeError);
 * ```
 */
export function requireColumns(x: Matrix, columns: readonly string[]): void {
  const at = columns.findIndex((name, i) => x.columns[i] !== name);
  if (at >= 0 || x.columns.length !== columns.length) {
    throw new TypeError(
      `Cannot use a matrix whose columns differ from the fitted ones: expected [${
        columns.join(", ")
      }], got [${x.columns.join(", ")}]`,
    );
  }
}
