import assert from "node:assert/strict";
import type { Cell, Output } from "../documents/mod.ts";
import { figureFiles } from "./figure_files.ts";

Deno.test("figureFiles() keeps one file of a picture, named by cell and place", () => {
  const cells = [
    cell([]),
    cell([
      shown({ "image/png": "aGk=\n", "text/plain": "hi" }),
      { output_type: "stream", name: "stdout", text: "<svg/>" },
      shown({ "image/svg+xml": "<svg>å</svg>", "image/png": "aGk=" }),
      shown({ "text/html": "<table/>" }),
      shown({ "image/jpeg": "/w==" }),
    ]),
    ...Array.from({ length: 98 }, () => cell([])),
    cell([shown({ "image/svg+xml": "<svg/>" })]),
  ];
  const files = figureFiles({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
  assert.deepEqual(
    [...files].map(([name, bytes]) => [name, new TextDecoder("latin1").decode(bytes)]),
    [
      ["cell_002_1.png", "hi"],
      ["cell_002_2.svg", "<svg>Ã¥</svg>"],
      ["cell_002_3.jpg", "ÿ"],
      ["cell_101_1.svg", "<svg/>"],
    ],
  );
});

function cell(outputs: readonly Output[]): Cell {
  return { cell_type: "code", id: "a", metadata: {}, source: "", outputs };
}

function shown(data: Readonly<Record<string, unknown>>): Output {
  return { output_type: "display_data", data, metadata: {} };
}
