/** Notebooks as JSON: nbformat 4.5, https://nbformat.readthedocs.io/en/latest/format_description.html */
import { z } from "zod";
import type { Output } from "./output.ts";
import { pythonNumber } from "./python_json.ts";

/** A cell of any type; members unknown to us are kept. */
export interface Cell {
  readonly cell_type: "code" | "markdown" | "raw";
  /** 1 to 64 letters, digits, `-` or `_`; unique in its notebook. */
  readonly id: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly source: string;
  /** Of code cells: the kernel's counter when the cell ran last. */
  readonly execution_count?: number | null;
  /** Of code cells. */
  readonly outputs?: readonly Output[];
}

/** A notebook; texts are whole strings here and lists of lines in the file. */
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly nbformat: 4;
  readonly nbformat_minor: number;
}

const text = z.union([z.string(), z.array(z.string()).transform((lines) => lines.join(""))]);
const object = z.record(z.string(), z.unknown());
const data = z.record(z.string(), z.unknown()).transform((bundle) =>
  Object.fromEntries(
    Object.entries(bundle).map(([type, value]) => [
      type,
      !isJson(type) && Array.isArray(value) ? value.join("") : value,
    ]),
  )
);
const count = z.int().nullable();
const output = z.discriminatedUnion("output_type", [
  z.looseObject({ output_type: z.literal("stream"), name: z.string(), text }),
  z.looseObject({ output_type: z.literal("display_data"), data, metadata: object }),
  z.looseObject({
    output_type: z.literal("execute_result"),
    data,
    metadata: object,
    execution_count: count,
  }),
  z.looseObject({
    output_type: z.literal("error"),
    ename: z.string(),
    evalue: z.string(),
    traceback: z.array(z.string()),
  }),
]);
const cell = {
  id: z.string().regex(/^[a-zA-Z0-9-_]{1,64}$/),
  metadata: object,
  source: text,
};
const notebook = z.looseObject({
  cells: z.array(z.discriminatedUnion("cell_type", [
    z.looseObject({
      cell_type: z.literal("code"),
      ...cell,
      execution_count: count,
      outputs: z.array(output),
    }),
    z.looseObject({ cell_type: z.literal("markdown"), ...cell }),
    z.looseObject({ cell_type: z.literal("raw"), ...cell }),
  ])),
  metadata: object,
  nbformat: z.literal(4),
  nbformat_minor: z.int().min(5),
});

/**
 * Reads the text of an `.ipynb` file.
 *
 * @throws {SyntaxError} When the text is not JSON.
 * @throws {TypeError} When it is not a notebook of format 4.5 or later: names the place.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const empty = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 };
 * assert.deepEqual(parseNotebook(JSON.stringify(empty)), empty);
 * ```
 */
export function parseNotebook(json: string): Notebook {
  const parsed = notebook.safeParse(JSON.parse(json));
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0];
    throw new TypeError(`Cannot read the notebook at "${path.join(".")}": ${message}`);
  }
  const ids = parsed.data.cells.map(({ id }) => id);
  const repeated = ids.find((id, i) => ids.indexOf(id) !== i);
  if (repeated !== undefined) {
    throw new TypeError(`Cannot read the notebook as cell ids must differ: "${repeated}" repeats`);
  }
  return parsed.data;
}

/**
 * The text of an `.ipynb` file, as Jupyter writes it: keys in order, one space of indentation,
 * texts as lists of lines.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const json = serializeNotebook({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 });
 * assert.equal(json, '{\n "cells": [],\n "metadata": {},\n "nbformat": 4,\n "nbformat_minor": 5\n}\n');
 * ```
 */
export function serializeNotebook(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: lines(cell.source),
    ...(cell.outputs && { outputs: cell.outputs.map(outputLines) }),
  }));
  return JSON.stringify(sorted({ ...notebook, cells }), null, 1) + "\n";
}

function outputLines(output: Output): unknown {
  switch (output.output_type) {
    case "stream":
      return { ...output, text: lines(output.text) };
    case "display_data":
    case "execute_result":
      return {
        ...output,
        data: Object.fromEntries(
          Object.entries(output.data).map(([type, value]) => [
            type,
            isWrittenInLines(type) && typeof value === "string" ? lines(value) : value,
          ]),
        ),
      };
    case "error":
      return output;
  }
}

/** `"a\nb"` → `["a\n", "b"]`. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function isJson(mimeType: string): boolean {
  return /^application\/(.*\+)?json$/.test(mimeType);
}

/** Jupyter keeps other text, such as base64, in one string. */
function isWrittenInLines(mimeType: string): boolean {
  return /^(text\/.*|image\/svg\+xml|application\/javascript)$/.test(mimeType);
}

function sorted(value: unknown): unknown {
  if (typeof value === "number") return rawNumber(value);
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1)
      .map(([key, member]) => [key, sorted(member)]),
  );
}

/** `1e-9` is `1e-09` for Python, and would be another line in each save by Jupyter. */
function rawNumber(value: number): unknown {
  const text = pythonNumber(value);
  return text === String(value) ? value : (JSON as unknown as RawJson).rawJSON(text);
}

/** Of ECMAScript 2026; TypeScript does not know it yet. */
interface RawJson {
  rawJSON(text: string): unknown;
}
