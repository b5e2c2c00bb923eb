import assert from "node:assert/strict";
import { featureTensor } from "./feature_tensor.ts";

const COLUMNS = ["a", "b"];
const tensor = { name: "features", datatype: "FP32", shape: [2, 2], data: [1, 2, 3, 4] };

function read(changes: Readonly<Record<string, unknown>>, binary?: Uint8Array): number[] {
  return [...featureTensor({ ...tensor, ...changes }, binary, COLUMNS, "inputs[0]").values];
}

Deno.test("featureTensor() reads flat and nested data in row-major order", () => {
  assert.deepEqual(read({}), [1, 2, 3, 4]);
  assert.deepEqual(read({ data: [[1, 2], [3, 4]] }), [1, 2, 3, 4]);
  assert.deepEqual(read({ shape: [0, 2], data: [] }), []);
});

Deno.test("featureTensor() rounds to float32 and reads truth values of BOOL", () => {
  assert.deepEqual(read({ datatype: "FP64", data: [0.1, null, 1e39, -0] }), [
    0.10000000149011612,
    NaN,
    Infinity,
    -0,
  ]);
  const data = [true, false, false, true];
  assert.deepEqual(read({ datatype: "BOOL", data }), [1, 0, 0, 1]);
});

Deno.test("featureTensor() reads binary data that does not begin at an even address", () => {
  const bytes = new Uint8Array(1 + 16);
  const view = new DataView(bytes.buffer);
  [0.5, -1, NaN, 7].forEach((value, i) => view.setFloat32(1 + 4 * i, value, true));
  assert.deepEqual(read({}, bytes.subarray(1)), [0.5, -1, NaN, 7]);
});

const refusals: readonly [changes: Record<string, unknown>, message: string][] = [
  [{ name: "x" }, '.name: expected "features", got "x"'],
  [
    { datatype: "BYTES" },
    ".datatype: expected one of BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64, " +
    'FP16, FP32, FP64, got "BYTES"',
  ],
  [{ shape: [2, 3] }, ".shape: expected [rows, 2], got [2, 3]"],
  [{ shape: [4] }, ".shape: expected [rows, 2], got [4]"],
  [{ shape: [-1, 2] }, ".shape: expected [rows, 2], got [-1, 2]"],
  [{ shape: [1, 2, 2] }, ".shape: expected [rows, 2], got [1, 2, 2]"],
  [{ shape: "2" }, '.shape: expected [rows, 2], got "2"'],
  [{ shape: [100_001, 2] }, ".shape: expected at most 100000 rows, got 100001"],
  [{ data: undefined }, ".data: expected a list of values, got nothing"],
  [{ data: [1, 2, 3] }, ".data: expected 4 values, got 3"],
  [{ data: [[1, 2]] }, ".data: expected 2 rows, got 1"],
  [{ data: [[1, 2], [3]] }, ".data[1]: expected 2 values, got 1"],
  [{ data: [[1, 2], 3] }, ".data[1]: expected 2 values, got 3"],
  [{ data: [1, 2, 3, "4"] }, '.data[3]: expected a value of the tensor\'s datatype, got "4"'],
  [
    { datatype: "INT8", data: [[1, 2], [3, 128]] },
    ".data[1][1]: expected a value of the tensor's datatype, got 128",
  ],
];
for (const [changes, message] of refusals) {
  Deno.test(`featureTensor() refuses ${JSON.stringify(changes)}`, () => {
    assert.throws(() => read(changes), { status: 400, message: `Cannot read inputs[0]${message}` });
  });
}

Deno.test("featureTensor() refuses binary data of another length", () => {
  assert.throws(() => read({ datatype: "INT64" }, new Uint8Array(16)), {
    message:
      "Cannot read inputs[0].parameters.binary_data_size: expected 32 bytes for 4 values, got 16",
  });
});
