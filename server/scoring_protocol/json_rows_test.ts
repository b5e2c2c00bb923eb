import assert from "node:assert/strict";
import { jsonToMatrix } from "./json_rows.ts";
import { SignatureError } from "./signature_error.ts";

const FORMS = "dataframe_split, dataframe_records, instances, inputs";

Deno.test("jsonToMatrix() reads the one form it finds", () => {
  assert.deepEqual([...jsonToMatrix('{"instances": [{"b": NaN, "a": 1}]}', ["a", "b"]).values], [
    1,
    NaN,
  ]);
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

Deno.test("jsonToMatrix() leaves params and unknown keys unread, whatever they are", () => {
  for (const extra of ['"params": {"k": 1}', '"params": 5', '"x": [NaN]']) {
    const x = jsonToMatrix(`{"inputs": {"a": 1}, ${extra}}`, ["a"]);
    assert.deepEqual([...x.values], [1]);
  }
});

Deno.test("jsonToMatrix() takes what is sent to a language model for a wrong signature", () => {
  assert.throws(
    () => jsonToMatrix('{"inputs": {"a": 1}, "messages": []}', ["a"]),
    new SignatureError("messages", "expected features, got what a language model takes"),
  );
});

Deno.test("jsonToMatrix() places the fault of malformed JSON", () => {
  assert.throws(() => jsonToMatrix('{"inputs": ', ["a"]), { message: /line 1, column 12, got/ });
});
