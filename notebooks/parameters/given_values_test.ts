import assert from "node:assert/strict";
import { parametersText, readGivenValues } from "./given_values.ts";
import type { Parameter, ParameterType } from "./parameter.ts";

Deno.test("readGivenValues() reads a value as its type says", () => {
  const read: [type: ParameterType, given: string, value: unknown][] = [
    ["string", "7", "7"],
    ["string", "", ""],
    ["string", "a=b\nc", "a=b\nc"],
    ["number", "-1e3", -1000],
    ["boolean", "false", false],
    ["string[]", "a,b", ["a", "b"]],
    ["string[]", '["a,b", "c"]', ["a,b", "c"]],
    ["string[]", "", []],
    ["number[]", "1,2.5", [1, 2.5]],
    ["boolean[]", "true,false", [true, false]],
    ["json", '{"a": [1, null]}', { a: [1, null] }],
    [["hour", "day"], "day", "day"],
  ];
  for (const [type, given, value] of read) {
    assert.deepEqual(readGivenValues([`a=${given}`], [parameter("a", type)]), { a: value }, given);
  }
});

Deno.test("readGivenValues() refuses a value of another type", () => {
  const refused: [type: ParameterType, given: string][] = [
    ["number", "many"],
    ["number", " "],
    ["number", "Infinity"],
    ["boolean", "yes"],
    ["number[]", "1,b"],
    ["number[]", '["1"]'],
    ["string[]", "[1]"],
    ["string[]", "["],
    ["json", "{a: 1}"],
    [["hour", "day"], "week"],
  ];
  for (const [type, given] of refused) {
    assert.throws(() => readGivenValues([`a=${given}`], [parameter("a", type)]), {
      name: "UsageError",
      message: /^Cannot set "a": expected .*, got ".*"; there are a: /,
    });
  }
});

Deno.test("readGivenValues() names the parameters there are", () => {
  const parameters = [
    { ...parameter("days", "number"), fallback: "7" },
    { ...parameter("grain", ["hour", "day"]), fallback: "'day'" },
  ];
  const there = 'days: number = 7, grain: "hour" | "day" = \'day\'';
  assert.equal(parametersText(parameters), there);
  const refusals: [given: string[], message: string][] = [
    [["day=1"], `Cannot set "day": expected a parameter of the notebook; there are ${there}`],
    [["days"], 'Cannot read --param: expected NAME=VALUE, got "days"'],
    [["=1"], 'Cannot read --param: expected NAME=VALUE, got "=1"'],
    [["days=1", "days=2"], 'Cannot set "days" twice: got "2" again'],
  ];
  for (const [given, message] of refusals) {
    assert.throws(() => readGivenValues(given, parameters), { name: "UsageError", message });
  }
  assert.throws(
    () => readGivenValues(["grain=day"], [parameter("days", "number"), parameters[1]]),
    {
      name: "UsageError",
      message: 'Cannot leave out "days": expected --param days=VALUE; ' +
        'there are days: number, grain: "hour" | "day" = \'day\'',
    },
  );
  assert.throws(() => readGivenValues(["a=1"], []), { message: /; there are none$/ });
});

function parameter(name: string, type: ParameterType): Parameter {
  return { name, keyword: "const", type };
}
