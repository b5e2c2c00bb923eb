import assert from "node:assert/strict";
import {
  interopEnvironments,
  interopTests,
  requestedEnvironments,
} from "./interop_environments.ts";

Deno.test("interopEnvironments have a variable and a file with whole pins each", async () => {
  for (const { requirements } of interopEnvironments) {
    const text = await Deno.readTextFile(new URL(requirements, import.meta.url));
    const pins = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
    for (const pin of pins) assert.match(pin, /^[A-Za-z0-9_.-]+==[^=<>~*]+(; .*)?$/, requirements);
    const names = pins.map((pin) => pin.split("==")[0].toLowerCase());
    assert.equal(new Set(names).size, names.length, `${requirements} pins a package twice`);
  }
  const variables = interopEnvironments.map(({ variable }) => variable);
  assert.equal(new Set(variables).size, variables.length);
});

Deno.test("requestedEnvironments() are those whose variable a file names", () => {
  const file = (text: string) => ({ path: "a_interop_test.ts", text });
  const asked = (...texts: string[]) =>
    requestedEnvironments(texts.map(file)).map(({ variable }) => variable);
  assert.deepEqual(asked(), []);
  assert.deepEqual(asked("WATTBOOK_CHROMIUM"), []);
  assert.deepEqual(asked("", "= 'WATTBOOK_DRIFT_PYTHON';"), ["WATTBOOK_DRIFT_PYTHON"]);
  assert.deepEqual(
    asked("'WATTBOOK_DRIFT_PYTHON'", "'WATTBOOK_INTEROP_PYTHON'"),
    ["WATTBOOK_INTEROP_PYTHON", "WATTBOOK_DRIFT_PYTHON"],
  );
});

Deno.test("interopTests() takes files and folders however they are written", () => {
  const paths = ["a/b.ts", "a/b_interop_test.ts", "a/c/d_interop_test.ts", "ab/e_interop_test.ts"];
  const [, b, d, e] = paths;
  const cases: [string[], string[]][] = [
    [[], [b, d, e]],
    [["a"], [b, d]],
    [["a/"], [b, d]],
    [["./a/c"], [d]],
    [[b], [b]],
    [["/root/a/c/d_interop_test.ts", "ab/"], [d, e]],
    [["a/b.ts"], []],
  ];
  for (const [named, expected] of cases) {
    assert.deepEqual(interopTests(paths, named, "/root/"), expected, `${named}`);
  }
});
