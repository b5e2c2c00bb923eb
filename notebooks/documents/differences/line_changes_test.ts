import assert from "node:assert/strict";
import { lineChanges, tellChanges } from "./line_changes.ts";

Deno.test("lineChanges() tells lines that are gone, new or moved", () => {
  const told = (a: string, b: string) => lineChanges(a, b).map(({ sign, line }) => sign + line);
  assert.deepEqual(told("a\nb\nc", "b\nc\na"), ["-a", " b", " c", "+a"]);
  assert.deepEqual(told("", "a"), ["-", "+a"]);
  assert.deepEqual(told("a", "a"), [" a"]);
});

Deno.test("tellChanges() cuts long lines to where they differ, and the rest of many lines", () => {
  const [before, after] = ["x", "y"].map((sign) =>
    `${"a".repeat(1_000)}${sign}${"b".repeat(1_000)}`
  );
  const [removed, added] = tellChanges(lineChanges(before, after));
  assert.equal(removed, `- …${"a".repeat(40)}x${"b".repeat(119)}…`);
  assert.equal(added, `+ …${"a".repeat(40)}y${"b".repeat(119)}…`);
  const many = Array.from({ length: 30 }, (_, i) => i).join("\n");
  const told = tellChanges(lineChanges("", many), { maxLines: 3 });
  assert.deepEqual(told, ["- ", "+ 0", "+ 1", "  … 28 more lines"]);
});
