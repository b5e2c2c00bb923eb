import assert from "node:assert/strict";
import {
  flag,
  integer,
  isRecord,
  listOf,
  objectOf,
  pairList,
  type Parameter,
  readParameters,
  requiredInteger,
  requiredNumber,
  requiredText,
  text,
  textList,
} from "./parameters.ts";

function refusal(parameter: Parameter<unknown>, value: unknown): string {
  try {
    parameter.read(value, "x");
  } catch (error) {
    return (error as Error).message.split(". See")[0];
  }
  return "read";
}

function wrong(json: string, type: string): string {
  return `Invalid value ${json} for parameter 'x' supplied:  Hint: Value was of type '${type}'`;
}

Deno.test("readParameters() names the missing parameter, with its place in a list", () => {
  const see = ". See the API docs for more information about request parameters.";
  for (const name of [undefined, null, ""]) {
    assert.throws(() => readParameters({ name: requiredText }, { name }), {
      message: `Missing value for required parameter 'name'${see}`,
    });
  }
  const shape = { metrics: listOf({ key: requiredText, timestamp: requiredInteger }) };
  assert.throws(() => readParameters(shape, { metrics: [{ key: "a" }] }), {
    message: `Missing value for required parameter 'metrics[0].timestamp'${see}`,
  });
});

Deno.test("text and requiredText take text and nothing else", () => {
  assert.equal(text.read(undefined, "x"), undefined);
  assert.equal(text.read("", "x"), "");
  assert.equal(refusal(text, 9), wrong("9", "int"));
  assert.equal(refusal(requiredText, { a: 1 }), wrong('{"a":1}', "dict"));
  assert.equal(refusal(requiredText, [true]), wrong("[true]", "list"));
});

Deno.test("integer takes every int64 as a number, a bigint or digits", () => {
  assert.equal(integer.read("-5", "x"), -5);
  assert.equal(integer.read("9223372036854775807", "x"), 2n ** 63n - 1n);
  assert.equal(integer.read(undefined, "x"), undefined);
  assert.equal(integer.read(-(2n ** 63n), "x"), -(2n ** 63n));
  assert.equal(integer.read(5n, "x"), 5);
  assert.equal(refusal(integer, 1.5), wrong("1.5", "float"));
  assert.equal(refusal(requiredInteger, true), wrong("true", "bool"));
  assert.equal(refusal(requiredInteger, undefined), wrong("undefined", "NoneType"));
});

Deno.test("integer refuses what no int64 holds, in whichever form it comes", () => {
  assert.equal(refusal(integer, "9223372036854775808"), wrong('"9223372036854775808"', "str"));
  assert.equal(refusal(integer, 2n ** 63n), wrong("9223372036854775808", "int"));
  assert.equal(refusal(integer, 1e20), wrong("100000000000000000000", "int"));
  assert.equal(refusal(integer, 1e300), wrong("1e+300", "int"));
  assert.equal(refusal(integer, "9".repeat(400)), wrong(`"${"9".repeat(400)}"`, "str"));
});

Deno.test("requiredNumber takes doubles, the named ones too", () => {
  assert.equal(requiredNumber.read("-Infinity", "x"), -Infinity);
  assert.equal(requiredNumber.read("1.5e3", "x"), 1500);
  assert.ok(Number.isNaN(requiredNumber.read("NaN", "x")));
  assert.equal(refusal(requiredNumber, "many"), wrong('"many"', "str"));
  assert.equal(refusal(requiredNumber, ""), wrong('""', "str"));
  assert.equal(refusal(requiredNumber, true), wrong("true", "bool"));
});

Deno.test("flag takes true and false, and their names in any case", () => {
  assert.deepEqual(
    [true, false, "TRUE", "false", undefined].map((value) => flag.read(value, "x")),
    [
      true,
      false,
      true,
      false,
      undefined,
    ],
  );
  assert.equal(refusal(flag, 1), wrong("1", "int"));
  assert.equal(refusal(flag, "yes"), wrong('"yes"', "str"));
});

Deno.test("textList takes one text or several, as a query may repeat its key", () => {
  assert.deepEqual(textList.read("a", "x"), ["a"]);
  assert.deepEqual(textList.read(["a", "b"], "x"), ["a", "b"]);
  assert.deepEqual(textList.read(undefined, "x"), []);
});

Deno.test("pairList gives an absent value as empty text and refuses what is not a list", () => {
  assert.deepEqual(pairList.read([{ key: "a" }], "x"), [{ key: "a", value: "" }]);
  assert.equal(refusal(pairList, "a"), wrong('"a"', "str"));
  assert.equal(refusal(objectOf({}), []), wrong("[]", "list"));
});

Deno.test("isRecord() holds for objects only", () => {
  assert.deepEqual([{}, [], null, "a"].map(isRecord), [true, false, false, false]);
});
