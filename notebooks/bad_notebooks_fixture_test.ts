import assert from "node:assert/strict";
import { badNotebooks } from "./bad_notebooks_fixture.ts";

Deno.test("badNotebooks are told apart by their names and differ from good ones in one thing", () => {
  const names = badNotebooks.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  const texts = badNotebooks.flatMap(({ file, code }) => code === 2 ? [String(file)] : []);
  for (const text of texts) assert.equal(JSON.parse(text).nbformat, 4);
});
