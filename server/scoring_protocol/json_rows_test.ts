import assert from "node:assert/strict";
import { jsonToMatrix } from "./json_rows.ts";

const FORMS = "dataframe_split, dataframe_records, instances, inputs";

Deno.test("jsonToMatrix() reads the one form it finds", () => {
  assert.deepEqual([...jsonToMatrix('{"instances": [[1, null]]}', ["a", "b"]).values], [1, NaN]);
});

Deno.test("jsonToMatrix() refuses no form, two forms, a list and null", () => {
  const refuse = (text: string, got: string) =>
    assert.throws(() => jsonToMatrix(text, ["a"]), {
      status: 400,
      message: `Cannot score the body: expected ${got}`,
    });
  refuse('{"rows": []}', `exactly one of ${FORMS}, got [rows]`);
  refuse('{"inputs": [], "instances": []}', `exactly one of ${FORMS}, got [inputs, instances]`);
  refuse("[]", "an object, got a list");
  refuse("null", "an object, got null");
});

Deno.test("jsonToMatrix() takes empty params and refuses others, and other keys", () => {
  assert.equal(jsonToMatrix('{"inputs": [], "params": {}}', ["a"]).rows, 0);
  assert.equal(jsonToMatrix('{"inputs": [], "params": null}', ["a"]).rows, 0);
  assert.throws(() => jsonToMatrix('{"inputs": [], "params": {"k": 1}}', ["a"]), {
    message: 'Cannot score the body: cannot take "params", the model takes no parameters',
    fields: [{ field: "params", message: "the model takes no parameters" }],
  });
  assert.throws(() => jsonToMatrix('{"inputs": [], "x": 1}', ["a"]), {
    message: 'Cannot score the body: cannot take "x", the key is unknown to the protocol',
  });
});

Deno.test("jsonToMatrix() places the fault of malformed JSON", () => {
  assert.throws(() => jsonToMatrix('{"inputs": ', ["a"]), { message: /line 1, column 12, got/ });
});
