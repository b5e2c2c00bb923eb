import assert from "node:assert/strict";
import { atMost } from "./parameter_checks.ts";
import {
  checked,
  flag,
  integer,
  isRecord,
  listOf,
  objectOf,
  pairList,
  queryValues,
  readParameters,
  required,
  requiredInteger,
  requiredNumber,
  requiredText,
  type Shape,
  text,
  textList,
  unchecked,
} from "./parameters.ts";
import { WholeDouble } from "./python_values.ts";

const see = " See the API docs for more information about request parameters.";

function refusal(shape: Shape, json: Record<string, unknown>): string {
  try {
    readParameters(shape, json);
  } catch (error) {
    return (error as Error).message;
  }
  return "read";
}

function wrong(json: string, name: string, type: string): string {
  return `Invalid value ${json} for parameter '${name}' supplied:  Hint: Value was of type '${type}'.${see}`;
}

Deno.test("readParameters() names the parameter that is missing", () => {
  for (const name of [undefined, null, ""]) {
    const message = `Missing value for required parameter 'name'.${see}`;
    assert.equal(refusal({ name: requiredText }, { name }), message);
  }
  assert.equal(
    refusal({ ids: required(textList) }, {}),
    `Missing value for required parameter 'ids'.${see}`,
  );
});

Deno.test("readParameters() takes run_uuid for a run_id that is missing", () => {
  const shape = { run_id: requiredText, run_uuid: unchecked(text) };
  assert.deepEqual(readParameters(shape, { run_uuid: "r" }), { run_id: "", run_uuid: "r" });
});

Deno.test("readParameters() says the value as Python has it, and its type", () => {
  const shape = { name: requiredText };
  assert.equal(refusal(shape, { name: 9 }), wrong("9", "name", "int"));
  assert.equal(refusal(shape, { name: new WholeDouble("9.0") }), wrong("9.0", "name", "float"));
  assert.equal(
    refusal(shape, { name: { b: 1, a: "ü" } }),
    wrong('{"a":"\\u00fc","b":1}', "name", "dict"),
  );
  assert.equal(refusal({ tags: pairList }, { tags: "a" }), wrong('"a"', "tags", "str"));
  assert.equal(refusal({ step: integer }, { step: "many" }), wrong('"many"', "step", "str"));
  assert.equal(refusal({ names: textList }, { names: [5] }), wrong("[5]", "names", "list"));
});

Deno.test("readParameters() keeps what was read before a value that has no check", () => {
  const shape = { name: text, tags: unchecked(pairList), note: text };
  const json = { name: "a", tags: [{ key: "t", value: "1" }, { key: "u", value: 7 }], note: "b" };
  assert.deepEqual(readParameters(shape, json), {
    name: "a",
    tags: [{ key: "t", value: "1" }, { key: "u", value: "" }],
    note: undefined,
  });
  assert.deepEqual(readParameters({ step: integer }, { step: 1.5 }), { step: undefined });
});

Deno.test("readParameters() checks types only when something could not be read", () => {
  const shape = { max_results: checked(integer, atMost(10)), filter: text };
  assert.deepEqual(readParameters(shape, { max_results: "7", filter: "a" }), {
    max_results: 7,
    filter: "a",
  });
  assert.equal(refusal(shape, { max_results: 11 }), wrong("11", "max_results", "int"));
});

Deno.test("readParameters() knows a field by its name in camel case too", () => {
  const shape = { artifact_location: text };
  assert.deepEqual(readParameters(shape, { artifactLocation: "s3://a" }), {
    artifact_location: "s3://a",
  });
});

Deno.test("lists refuse null among their items, and objects what is none", () => {
  assert.deepEqual(textList.read(["a", null]), { value: ["a"], complete: false });
  const items = listOf({ key: requiredText, step: requiredInteger, value: requiredNumber });
  assert.deepEqual(items.read([{ key: "a", step: "5", value: "NaN" }, 5]), {
    value: [{ key: "a", step: 5, value: NaN }, { key: "", step: 0, value: 0 }],
    complete: false,
  });
  assert.equal(objectOf({}).read([]).complete, false);
});

Deno.test("queryValues() takes one text, or all of a list, and flags in any case", () => {
  const shape = { filter: text, stages: textList, all: flag };
  assert.deepEqual(queryValues(shape, { stages: "a", all: "TRUE" }), { stages: ["a"], all: true });
  assert.deepEqual(queryValues(shape, { filter: ["a", "b"], stages: ["a", "b"] }), {
    filter: "a",
    stages: ["a", "b"],
  });
  assert.throws(() => queryValues(shape, { all: "yes" }), {
    message: "Invalid boolean value: yes, must be 'true' or 'false'.",
  });
});

Deno.test("isRecord() holds for objects only", () => {
  assert.deepEqual([{}, [], null, "a", new WholeDouble("1.0")].map(isRecord), [
    true,
    false,
    false,
    false,
    false,
  ]);
});
