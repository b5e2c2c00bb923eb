import { markdownTable } from "../../registry/mod.ts";
import { defineCommand, INTERRUPTED_CODE, listenForInterruption } from "../../pipelines/mod.ts";
import { findNotebooks } from "../find_notebook.ts";
import { type TriedNotebook, tryNotebooks } from "../try_notebooks.ts";
import { CELL_TIMEOUT } from "./cell_timeout.ts";
import type { NotebookPlace } from "./place.ts";

/** Bytes that a notebook may need: DuckDB, a model and its data. */
const MEMORY = 2 ** 31;

/** `deno task notebooks test [NAME]`. */
export const test = defineCommand({
  syntax: {
    name: "notebooks test",
    summary: "Runs a notebook, or all, each with an empty home; keeps nothing, fails if one does.",
    words: ["NAME"],
    wordsOptional: true,
    options: {
      "at-once": {
        type: "number",
        placeholder: "N",
        description: "How many run at once, else as many as half of the cores and the memory allow",
        whole: true,
        min: 1,
      },
      "timeout": CELL_TIMEOUT,
    },
  },
  async run({ folder, now }: NotebookPlace, options, progress, [name]) {
    const paths = await findNotebooks(folder, name);
    using interruption = listenForInterruption();
    const started = now();
    const tried = await tryNotebooks(paths, {
      atOnce: options["at-once"] ?? howManyAtOnce(navigator.hardwareConcurrency, freeMemory()),
      cellTimeoutMs: options.timeout * 1000,
      now,
      signal: interruption.signal,
      onTried: ({ name, seconds, error }) =>
        progress.note(`${error ? "FAILED" : "ok    "} ${name} (${seconds.toFixed(1)} s)`),
    });
    const seconds = (now() - started) / 1000;
    const failed = tried.filter(({ error }) => error !== undefined);
    return {
      text: [
        table(tried),
        "",
        ...failed.map(({ name, error }) => `${name}: ${error!.name}: ${error!.message}\n`),
        `${tried.length - failed.length} passed, ${failed.length} failed, ` +
        `${paths.length - tried.length} not run in ${seconds.toFixed(1)} s`,
      ].join("\n"),
      json: {
        notebooks: tried.map(({ error, ...rest }) => ({ ...rest, error: error?.message })),
        seconds,
      },
      code: interruption.signal.aborted ? INTERRUPTED_CODE : failed.length > 0 ? 1 : 0,
    };
  },
});

/**
 * How many notebooks run at once where nobody says it.
 *
 * @param cores Of the machine.
 * @param bytes Free memory.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(howManyAtOnce(8, 2 ** 34), 4);
 * assert.equal(howManyAtOnce(8, 2 ** 32), 2);
 * assert.equal(howManyAtOnce(1, 0), 1);
 * ```
 */
export function howManyAtOnce(cores: number, bytes: number): number {
  return Math.max(1, Math.min(Math.floor(cores / 2), Math.floor(bytes / MEMORY)));
}

function freeMemory(): number {
  return Deno.systemMemoryInfo().available;
}

function table(tried: readonly TriedNotebook[]): string {
  return markdownTable(
    ["notebook", "cells:", "s:", "result"],
    tried.map(({ name, cells, seconds, error }) => [
      name,
      String(cells),
      seconds.toFixed(1),
      error === undefined ? "passed" : "FAILED",
    ]),
  );
}
