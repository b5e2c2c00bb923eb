import assert from "node:assert/strict";
import { CellError } from "./cell_error.ts";

Deno.test("CellError names the cell, its first line and the error, and keeps the cause", () => {
  const cause = new Error("Gone");
  const failure = {
    cell: 4,
    line: 7,
    text: "await load()",
    ename: "TypeError",
    evalue: "No file",
    traceback: ["TypeError: No file"],
    notebook: { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 },
  } as const;
  const error = new CellError(failure, { cause });
  assert.equal(error.name, "CellError");
  assert.equal(error.message, 'Cannot run cell 4, line 7 ("await load()"): TypeError: No file');
  const { message } = new CellError({ ...failure, line: undefined });
  assert.equal(message, 'Cannot run cell 4 ("await load()"): TypeError: No file');
  assert.equal(error.failure, failure);
  assert.equal(error.cause, cause);
});
