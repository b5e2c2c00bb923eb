import { basename, dirname, resolve } from "node:path";
import { defineCommand, INTERRUPTED_CODE, listenForInterruption } from "../../pipelines/mod.ts";
import {
  type CheckedNotebook,
  checkNotebook,
  type CheckOptions,
  findingText,
} from "../checking/mod.ts";
import { type Notebook, readNotebook, serializeNotebook, writeNotebook } from "../documents/mod.ts";
import { withEmptyHome } from "../empty_home.ts";
import { findNotebooks } from "../find_notebook.ts";
import { CELL_TIMEOUT } from "./cell_timeout.ts";
import type { NotebookPlace } from "./place.ts";

/** `deno task notebooks check [NAME]`. */
export const check = defineCommand({
  syntax: {
    name: "notebooks check",
    summary:
      "Runs a notebook, or all, in an empty home and holds what it shows against what is stored.",
    words: ["NAME"],
    wordsOptional: true,
    options: {
      "update": { type: "boolean", description: "Store what differs from what is stored" },
      "timeout": CELL_TIMEOUT,
    },
  },
  async run({ folder, now }: NotebookPlace, { update, timeout }, progress, [name]) {
    const cellTimeoutMs = timeout * 1000;
    using interruption = listenForInterruption();
    const { signal } = interruption;
    const told: string[] = [];
    const notebooks: unknown[] = [];
    let failed = 0;
    for (const path of await findNotebooks(folder, name)) {
      progress.note(`Checking ${basename(path)}`);
      const started = now();
      const checked = await checkFile(path, { now, cellTimeoutMs, signal });
      if (signal.aborted) break;
      const seconds = Math.round((now() - started) / 100) / 10;
      const updated = update && await writeWhereNew(path, checked.updated);
      const findings = checked.findings.filter(({ kind }) =>
        !updated || kind === "types" || kind === "failure"
      );
      if (findings.length > 0) failed++;
      const verdict = findings.length > 0 ? "FAILED" : updated ? "updated" : "ok";
      told.push(
        `${verdict}  ${basename(path)} (${seconds} s)`,
        ...findings.map(findingText),
        ...checked.skipped.map(({ cell, message }) => `  cell ${cell} is not compared: ${message}`),
      );
      notebooks.push({ notebook: path, seconds, updated, findings, skipped: checked.skipped });
    }
    if (signal.aborted) told.push("Interrupted");
    return {
      text: told.join("\n"),
      json: { notebooks },
      code: signal.aborted ? INTERRUPTED_CODE : failed > 0 ? 1 : 0,
    };
  },
});

/** A file that is no notebook, or for another kernel, fails without keeping others from their check. */
async function checkFile(
  path: string,
  options: Omit<CheckOptions, "cwd" | "env">,
): Promise<CheckedNotebook> {
  try {
    const notebook = await readNotebook(path);
    return await withEmptyHome((env) =>
      checkNotebook(notebook, { ...options, cwd: resolve(dirname(path)), env })
    );
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { findings: [{ kind: "failure", message: error.message }], skipped: [] };
  }
}

async function writeWhereNew(path: string, updated: Notebook | undefined): Promise<boolean> {
  if (updated === undefined) return false;
  if (serializeNotebook(updated) === await Deno.readTextFile(path)) return false;
  await writeNotebook(path, updated);
  return true;
}
