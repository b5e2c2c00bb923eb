import assert from "node:assert/strict";
import { findTypeErrors } from "./type_errors.ts";

function notebook(...sources: string[]) {
  return {
    cells: sources.map((source, i) => ({
      cell_type: "code" as const,
      id: `c${i}`,
      metadata: {},
      source,
    })),
    metadata: {},
    nbformat: 4 as const,
    nbformat_minor: 5,
  };
}

Deno.test("findTypeErrors() finds none where names go from cell to cell, and leaves no file", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(`${folder}/one.ts`, "export const one = 1;\n");
  const fine = notebook(
    'import { one } from "./one.ts";',
    "const two = await Promise.resolve(one + 1)",
    "[two]",
  );
  assert.deepEqual(await findTypeErrors(fine, folder), []);
  assert.deepEqual(Array.from(Deno.readDirSync(folder), ({ name }) => name), ["one.ts"]);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("findTypeErrors() names cell and line of every error", async () => {
  const folder = await Deno.makeTempDir();
  const found = await findTypeErrors(
    notebook("const a = 1;\nlost;", "\na.length;", "const a = 2;"),
    folder,
  );
  assert.deepEqual(found.map(({ cell, line, details }) => [cell, line, details]), [
    [1, 1, ["const a = 1;"]],
    [1, 2, ["lost;"]],
    [2, 2, ["a.length;"]],
    [3, 1, ["const a = 2;"]],
  ]);
  assert.equal(found[2].message, "Property 'length' does not exist on type '1'.");
  await Deno.remove(folder, { recursive: true });
});

Deno.test("findTypeErrors() names the place of what is no TypeScript and of lost imports", async () => {
  const folder = await Deno.makeTempDir();
  const [syntax] = await findTypeErrors(notebook("1;", "let a = ;"), folder);
  assert.deepEqual([syntax.cell, syntax.line], [2, 1]);
  const [lost] = await findTypeErrors(notebook("1;", '\nimport "./lost.ts";'), folder);
  assert.match(lost.message, /lost\.ts/);
  assert.deepEqual([lost.cell, lost.line], [2, 2]);
  await Deno.remove(folder, { recursive: true });
});
