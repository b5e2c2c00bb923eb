import assert from "node:assert/strict";
import { sourcePosition } from "./source_map.ts";

// By hand from the digits: A = 0, C = 1, D = -1, E = 2, gB = 16, hB = -16.
Deno.test("sourcePosition() adds up columns in a line, and lines and columns over lines", () => {
  const mappings = "AAAA,gBACC;;AADD,EAEgB";
  const at = (line: number, column: number) => sourcePosition(mappings, { line, column });
  assert.deepEqual(at(1, 1), { line: 1, column: 1 });
  assert.deepEqual(at(1, 16), { line: 1, column: 1 });
  assert.deepEqual(at(1, 17), { line: 2, column: 2 });
  assert.equal(at(2, 1), undefined);
  assert.deepEqual(at(3, 1), { line: 1, column: 1 });
  assert.deepEqual(at(3, 3), { line: 3, column: 17 });
  assert.equal(at(4, 1), undefined);
});
