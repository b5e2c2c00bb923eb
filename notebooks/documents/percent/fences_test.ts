import assert from "node:assert/strict";
import { readFences } from "./fences.ts";

function fenced(lines: string[]): boolean[] {
  const isFenced = readFences();
  return lines.map((line, i) => isFenced(line, () => lines.slice(i + 1)));
}

Deno.test("readFences() closes a fence by one of the same sign, as long, without words", () => {
  assert.deepEqual(fenced(["````", "```", "~~~~", "```` x", "`````", "text"]), [
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
});

Deno.test("readFences() opens none that is never closed, indented or a span of code", () => {
  assert.deepEqual(fenced(["```", "text"]), [false, false]);
  assert.deepEqual(fenced(["    ```", "text", "    ```"]), [false, false, false]);
  assert.deepEqual(fenced(["```a```", "b"]), [false, false]);
});
