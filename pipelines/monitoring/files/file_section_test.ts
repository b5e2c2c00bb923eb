import assert from "node:assert/strict";
import type { TableColumn } from "../../../data/mod.ts";
import { columnsOf, namesText } from "./file_section.ts";

function column(name: string, kind: TableColumn["kind"]): TableColumn {
  return { name, kind, type: kind };
}

Deno.test("columnsOf() takes columns that are of one of the kinds in both tables", () => {
  const both = (name: string, before: TableColumn["kind"], now = before) => ({
    name,
    reference: column(name, before),
    current: column(name, now),
  });
  const columns = [
    both("kwh", "number"),
    both("code", "number", "text"),
    both("room", "text"),
    { name: "gone", reference: column("gone", "number") },
    { name: "new", current: column("new", "number") },
    both("shut", "boolean"),
  ];
  assert.deepEqual(columnsOf(columns, ["number"]), ["kwh"]);
  assert.deepEqual(columnsOf(columns, ["text", "boolean"]), ["room", "shut"]);
});

Deno.test("namesText() names three and shortens a name that is a text", () => {
  assert.equal(namesText(["a"]), "a");
  assert.equal(namesText(["a", "b", "c"]), "a, b, c");
  assert.equal(namesText(["x".repeat(500)]), "x".repeat(60));
});
