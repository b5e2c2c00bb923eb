import assert from "node:assert/strict";
import { readDeclarations } from "./declarations.ts";

const cases: readonly [source: string, expected: [string, string?, string?][]][] = [
  ["const a = 1;", [["a", undefined, "1"]]],
  ["const a = 1\nlet b = 'x'", [["a", undefined, "1"], ["b", undefined, "'x'"]]],
  ["export const a: number = 1, b = 2;", [["a", "number", "1"], ["b", undefined, "2"]]],
  ["var a;\nlet b: string", [["a"], ["b", "string"]]],
  ["const a = { b: [1, 2], c: ';' };", [["a", undefined, "{ b: [1, 2], c: ';' }"]]],
  ["const a: (x: number) => void = f;", [["a", "(x: number) => void", "f"]]],
  ["const a: { b: string; c: 1 } = d;", [["a", "{ b: string; c: 1 }", "d"]]],
  ["const a = [\n  1,\n  2,\n] as const;", [["a", undefined, "[\n  1,\n  2,\n] as const"]]],
  ["const a = b\n  .c()\n  + d\nconst e = 1", [["a", undefined, "b\n  .c()\n  + d"], [
    "e",
    undefined,
    "1",
  ]]],
  ["const { a } = b;\nconst c = 1;", [["c", undefined, "1"]]],
  ["function f() {\n  const a = 1;\n}\nconst b = 2;", [["b", undefined, "2"]]],
  ["if (x) {\n  let a = 1;\n}\nimport y from 'y';\nconst b = 2;", [["b", undefined, "2"]]],
  ["// const a = 1;\n/* let b = 2; */", []],
  ["", []],
];
for (const [source, expected] of cases) {
  Deno.test(`readDeclarations() of ${JSON.stringify(source)}`, () => {
    const found = readDeclarations(source).map((
      { name, annotation, initializer },
    ) => [name, annotation, initializer]);
    assert.deepEqual(found, expected.map(([name, ...rest]) => [name, rest[0], rest[1]]));
  });
}
