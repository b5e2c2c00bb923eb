import assert from "node:assert/strict";
import type { TableColumn } from "../../../data/mod.ts";
import { comparedColumns } from "./compared_columns.ts";

Deno.test("comparedColumns() pairs columns by name, in the order of the reference", () => {
  const column = (name: string, kind: TableColumn["kind"]) => ({ name, kind, type: kind });
  const pairs = comparedColumns(
    [column("a", "text"), column("b", "number"), column("c", "time")],
    [column("d", "text"), column("c", "text"), column("a", "text")],
  );
  assert.deepEqual(
    pairs.map(({ name, reference, current }) => [name, reference?.kind, current?.kind]),
    [["a", "text", "text"], ["b", "number", undefined], ["c", "time", "text"], [
      "d",
      undefined,
      "text",
    ]],
  );
});
