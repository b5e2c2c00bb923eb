import assert from "node:assert/strict";
import { inferRequest } from "./infer_request.ts";

const encoder = new TextEncoder();
const input = { name: "features", datatype: "FP32", shape: [1, 2], data: [1, 2] };

function read(body: unknown) {
  return inferRequest(encoder.encode(JSON.stringify(body)), undefined, ["a", "b"]);
}

Deno.test("inferRequest() asks for all outputs where none is named, and for others in their order", () => {
  assert.deepEqual(
    read({ inputs: [input] }).outputs.map(({ name, binary }) => [name, binary]),
    [["score", false], ["label", false], ["member_scores", false]],
  );
  const outputs = [{ name: "label" }, { name: "score", parameters: { binary_data: true } }];
  assert.deepEqual(read({ inputs: [input], outputs }).outputs, [
    { name: "label", binary: false },
    { name: "score", binary: true },
  ]);
  assert.deepEqual(read({ inputs: [input], outputs: [] }).outputs, []);
});

Deno.test("inferRequest() lets an output decide otherwise than binary_data_output does", () => {
  const outputs = [{ name: "label" }, { name: "score", parameters: { binary_data: false } }];
  const parameters = { binary_data_output: true, priority: 3 };
  assert.deepEqual(
    read({ inputs: [input], outputs, parameters }).outputs.map(({ binary }) => binary),
    [true, false],
  );
});

Deno.test("inferRequest() reads values that follow the JSON", () => {
  const head = encoder.encode(
    JSON.stringify({
      inputs: [{
        name: "features",
        datatype: "INT16",
        shape: [1, 2],
        parameters: { binary_data_size: 4 },
      }],
    }),
  );
  const bytes = Uint8Array.of(...head, 7, 0, 0xff, 0xff);
  assert.deepEqual([...inferRequest(bytes, String(head.length), ["a", "b"]).x.values], [7, -1]);
});

Deno.test("inferRequest() reads a bare NaN as missing", () => {
  const text = JSON.stringify({ inputs: [input] }).replace("[1,2]}", "[NaN,2]}");
  assert.deepEqual([...inferRequest(encoder.encode(text), undefined, ["a", "b"]).x.values], [
    NaN,
    2,
  ]);
});

const refusals: readonly [body: unknown, message: string][] = [
  [[], "Cannot read the body: expected an object, got a list"],
  [{ id: 7, inputs: [input] }, "Cannot read id: expected text, got 7"],
  [{}, "Cannot read inputs: expected a list of one tensor, got nothing"],
  [{ inputs: [] }, "Cannot read inputs: expected a list of one tensor, got a list of 0"],
  [
    { inputs: [input, input] },
    "Cannot read inputs: expected a list of one tensor, got a list of 2",
  ],
  [{ inputs: [input], outputs: {} }, "Cannot read outputs: expected a list, got an object"],
  [
    { inputs: [input], outputs: ["score"] },
    'Cannot read outputs[0]: expected an object, got "score"',
  ],
  [
    { inputs: [input], outputs: [{ name: "scores" }] },
    'Cannot read outputs[0].name: expected one of score, label, member_scores, got "scores"',
  ],
  [
    { inputs: [input], outputs: [{ name: "score" }, { name: "score" }] },
    'Cannot read outputs: "score" is asked for twice',
  ],
  [
    { inputs: [{ ...input, parameters: { shared_memory_region: "x" } }] },
    "Cannot read inputs[0].parameters.shared_memory_region: the server has no such extension",
  ],
  [
    { inputs: [input], parameters: 5 },
    "Cannot read the body.parameters: expected an object, got 5",
  ],
];
for (const [body, message] of refusals) {
  Deno.test(`inferRequest() refuses ${JSON.stringify(body)}`, () => {
    assert.throws(() => read(body), { status: 400, message });
  });
}
