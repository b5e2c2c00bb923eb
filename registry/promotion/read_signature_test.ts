import assert from "node:assert/strict";
import { mlmodelYaml } from "../mlmodel.ts";
import { readSignature } from "./read_signature.ts";

Deno.test("readSignature() reads what our own packages say", () => {
  const text = mlmodelYaml({
    modelId: `m-${"0".repeat(32)}`,
    runId: "r",
    columns: ["hour", "kwh"],
    members: ["iqr"],
    createdAt: 0,
    modelSize: 10,
  });
  assert.deepEqual(readSignature(text), {
    inputs: ["hour: double", "kwh: double"],
    outputs: ["score: float", "label: long", "iqr: float"],
  });
});

// Written by MLflow 3.11.1 for schemas with these columns.
const FOLDED = `flavors: {}
signature:
  inputs: '[{"type": "double", "name": "hour of the day''s start", "required": true},
    {"type": "double", "name": "kwh", "required": true}, {"type": "float", "name":
    "temperature_outside_celsius", "required": true}]'
  outputs: '[{"type": "float", "name": "score", "required": true}]'
  params: null
type_hint_from_example: false
`;
const TENSORS = `signature:
  inputs: '[{"name": "features", "type": "tensor", "tensor-spec": {"dtype": "float32",
    "shape": [-1, 3]}}]'
  outputs: '[{"type": "tensor", "tensor-spec": {"dtype": "float32", "shape": [-1,
    1]}}]'
  params: null
`;

Deno.test("readSignature() reads what MLflow writes", () => {
  assert.deepEqual(readSignature(FOLDED), {
    inputs: [
      "hour of the day's start: double",
      "kwh: double",
      "temperature_outside_celsius: float",
    ],
    outputs: ["score: float"],
  });
  assert.deepEqual(readSignature(TENSORS), {
    inputs: ['features: tensor {"dtype":"float32","shape":[-1,3]}'],
    outputs: ['unnamed: tensor {"dtype":"float32","shape":[-1,1]}'],
  });
  const optional = FOLDED.replace('"kwh", "required": true', '"kwh", "required": false');
  assert.equal(readSignature(optional)?.inputs[1], "kwh: double, optional");
});

Deno.test("readSignature() finds none where there is none that can be read", () => {
  for (
    const text of [
      "",
      "flavors: {}\n",
      "signature:\n  inputs: null\n  outputs: null\n",
      FOLDED.replace("  outputs:", "  results:"),
      "signature:\n  inputs: '[{]'\n  outputs: '[]'\n",
      "signature:\n  inputs: '[1]'\n  outputs: '[]'\n",
    ]
  ) assert.equal(readSignature(text), undefined, text);
});
