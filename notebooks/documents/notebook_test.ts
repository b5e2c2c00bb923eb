import assert from "node:assert/strict";
import { parseNotebook, serializeNotebook } from "./notebook.ts";

const REFERENCE = await Deno.readTextFile(new URL("notebook_reference.txt", import.meta.url));

Deno.test("parseNotebook() joins the lines of texts and leaves JSON outputs as they are", () => {
  const { cells } = parseNotebook(REFERENCE);
  assert.deepEqual(cells.map(({ id, source }) => [id, source]), [
    ["title", "# Title\n\nText"],
    ["empty", ""],
    ["code", "1\n\n2"],
    ["raw", "raw\n"],
  ]);
  const [stdout, stderr, display, result, error] = cells[2].outputs!;
  assert.deepEqual(stdout, { output_type: "stream", name: "stdout", text: "one\ntwo\n" });
  assert.equal("text" in stderr && stderr.text, "no newline at the end");
  assert.deepEqual(display, {
    output_type: "display_data",
    data: {
      "image/svg+xml": '<svg>\n <text>é "€"</text>\n</svg>',
      "image/png": "aGVsbG8=\n",
      "application/json": { b: [1, 2.5], a: null },
      "application/vnd.vegalite.v5+json": { mark: "bar" },
    },
    metadata: { "image/png": { width: 9 } },
  });
  assert.deepEqual(result, {
    output_type: "execute_result",
    data: { "text/plain": "42" },
    metadata: {},
    execution_count: 2,
  });
  assert.deepEqual(error.output_type === "error" && error.traceback, ["RangeError: Bad", "  at 1"]);
});

Deno.test("serializeNotebook() writes the same bytes as nbformat", () => {
  assert.equal(serializeNotebook(parseNotebook(REFERENCE)), REFERENCE);
});

Deno.test("parseNotebook() names what is wrong and where", () => {
  const cell = { cell_type: "code", id: "a", metadata: {}, source: "", execution_count: null };
  const whole = { metadata: {}, nbformat: 4, nbformat_minor: 5 };
  const refusals: [unknown, RegExp][] = [
    [{ ...whole, cells: {} }, /^Cannot read the notebook at "cells": .*expected array/],
    [{ ...whole, cells: [cell] }, /at "cells.0.outputs": .*expected array/],
    [{ ...whole, cells: [{ ...cell, outputs: [], source: 1 }] }, /at "cells.0.source"/],
    [{ ...whole, cells: [{ ...cell, outputs: [], id: "a b" }] }, /at "cells.0.id"/],
    [{ ...whole, cells: [{ ...cell, cell_type: "sql" }] }, /at "cells.0.cell_type"/],
    [{ ...whole, cells: [], nbformat: 3 }, /at "nbformat"/],
    [{ ...whole, cells: [], nbformat_minor: 4 }, /at "nbformat_minor": .*>=5/],
    [
      { ...whole, cells: [{ ...cell, outputs: [] }, { ...cell, outputs: [] }] },
      /^Cannot read the notebook as cell ids must differ: "a" repeats$/,
    ],
    [[], /^Cannot read the notebook at ""/],
  ];
  for (const [value, message] of refusals) {
    assert.throws(() => parseNotebook(JSON.stringify(value)), { name: "TypeError", message });
  }
  assert.throws(() => parseNotebook("{"), SyntaxError);
});
