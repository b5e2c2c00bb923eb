import assert from "node:assert/strict";
import { type ModelContract, readContract, writeContract } from "./contract.ts";
import { encodeModel } from "./encode.ts";
import { OnnxGraph } from "./graph.ts";

const contract: ModelContract = {
  columns: ["kwh", "change, 1 h"],
  members: ["iqr", "z_score"],
  threshold: Math.fround(0.9),
  metadata: { view: "v1", digest: "" },
};

const properties = { columns: '["kwh"]', members: '["iqr"]', threshold: "0.5" };

function model(metadata: Record<string, string>): Uint8Array {
  return encodeModel(new OnnxGraph(), metadata);
}

Deno.test("readContract() gives back what writeContract() wrote", () => {
  assert.deepEqual(readContract(model(writeContract(contract))), contract);
});

Deno.test("writeContract() does not depend on the order of the metadata", () => {
  const shuffled = { ...contract, metadata: { digest: "", view: "v1" } };
  assert.equal(JSON.stringify(writeContract(shuffled)), JSON.stringify(writeContract(contract)));
});

Deno.test("writeContract() refuses metadata under a key of the contract", () => {
  assert.throws(() => writeContract({ ...contract, metadata: { threshold: "1" } }), {
    name: "RangeError",
    message: 'Cannot add metadata under a key of the contract: got "threshold"',
  });
});

Deno.test("readContract() refuses bytes that are not an ONNX model", () => {
  const bytes = model(properties);
  const cut = bytes.subarray(0, bytes.length - 3);
  assert.throws(() => readContract(cut), {
    name: "SyntaxError",
    message: `Cannot read ${cut.length} bytes as an ONNX model`,
  });
});

Deno.test("readContract() refuses a model without the contract, naming the key", () => {
  assert.throws(() => readContract(new Uint8Array()), {
    name: "SyntaxError",
    message: 'Cannot read the model metadata as "columns" must be a JSON array of names: ' +
      "current value is missing",
  });
  for (const columns of ["[]", "kwh", "[1]", '{"0":"kwh"}']) {
    assert.throws(() => readContract(model({ ...properties, columns })), {
      name: "SyntaxError",
      message: /"columns" must be a? ?JSON/,
    });
  }
  for (const threshold of ["", " ", "high", "NaN", "Infinity"]) {
    assert.throws(() => readContract(model({ ...properties, threshold })), {
      name: "SyntaxError",
      message: 'Cannot read the model metadata as "threshold" must be a finite number: ' +
        `current value is ${JSON.stringify(threshold)}`,
    });
  }
});
