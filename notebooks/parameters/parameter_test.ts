import assert from "node:assert/strict";
import type { Notebook } from "../documents/mod.ts";
import { readParameters, tagsOf, typeText } from "./parameter.ts";

Deno.test("readParameters() takes types from annotations, else from literals", () => {
  const declared: [source: string, type: string | undefined][] = [
    ["const a = 'x'", "string"],
    ["let a = -1", "number"],
    ["const a = false", "boolean"],
    ["const a = ['x', 'y']", "string[]"],
    ["const a = [1, 2]", "number[]"],
    ["const a = []", "JSON"],
    ["const a = [1, 'x']", "JSON"],
    ["const a = { b: 1 }", "JSON"],
    ["const a = null", "JSON"],
    ["const a: string = f()", "string"],
    ["const a: readonly string[] = []", "string[]"],
    ["const a: Array<number> = []", "number[]"],
    ['const a: "hour" | "day" = "hour"', '"hour" | "day"'],
    ["const a: Map<string, number> = new Map()", "JSON"],
    ["let a: number", "number"],
    ["const a = f()", undefined],
    ["let a", undefined],
  ];
  for (const [source, type] of declared) {
    const [parameter] = readParameters(notebook(source));
    assert.equal(parameter && typeText(parameter.type), type, source);
  }
});

Deno.test("readParameters() reads the first code cell with the tag alone", () => {
  const { cells, ...rest } = notebook("const a = 1;");
  const others = ["const b = 2;", "const c = 3;"].map((source, i) => ({
    ...cells[0],
    id: String(i),
    source,
    metadata: i === 0 ? {} : cells[0].metadata,
  }));
  const markdown = {
    cell_type: "markdown",
    id: "m",
    metadata: cells[0].metadata,
    source: "",
  } as const;
  const whole = { ...rest, cells: [markdown, others[0], cells[0], others[1]] };
  assert.deepEqual(readParameters(whole).map(({ name }) => name), ["a"]);
  assert.deepEqual(readParameters({ ...rest, cells: [others[0]] }), []);
  assert.deepEqual(tagsOf(others[0]), []);
});

function notebook(source: string): Notebook {
  const metadata = { tags: ["parameters"] };
  const cell = { cell_type: "code", id: "a", metadata, source } as const;
  return { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 };
}
