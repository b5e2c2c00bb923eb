import { basename, dirname, resolve } from "node:path";
import { defineCommand } from "../../pipelines/mod.ts";
import { type CheckedNotebook, checkNotebook, findingText } from "../checking/mod.ts";
import { type Notebook, readNotebook, serializeNotebook, writeNotebook } from "../documents/mod.ts";
import { findNotebooks } from "../find_notebook.ts";
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
      "timeout": {
        type: "number",
        placeholder: "S",
        description: "Seconds that one cell may take",
        min: 1,
        default: 600,
      },
    },
  },
  async run({ folder, now }: NotebookPlace, { update, timeout }, progress, [name]) {
    const told: string[] = [];
    const notebooks: unknown[] = [];
    let failed = 0;
    for (const path of await findNotebooks(folder, name)) {
      progress.note(`Checking ${basename(path)}`);
      const notebook = await readNotebook(path);
      const started = now();
      const checked = await checkInEmptyHome(notebook, path, now, timeout * 1000);
      const seconds = Math.round((now() - started) / 100) / 10;
      const updated = update && await writeWhereNew(path, notebook, checked.updated);
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
    return { text: told.join("\n"), json: { notebooks }, code: failed > 0 ? 1 : 0 };
  },
});

/** What a notebook shows must not depend on what ran before on this machine. */
async function checkInEmptyHome(
  notebook: Notebook,
  path: string,
  now: () => number,
  cellTimeoutMs: number,
): Promise<CheckedNotebook> {
  const home = await Deno.makeTempDir({ prefix: "wattbook-check-" });
  try {
    const cwd = resolve(dirname(path));
    return await checkNotebook(notebook, { cwd, now, env: { WATTBOOK_HOME: home }, cellTimeoutMs });
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

async function writeWhereNew(
  path: string,
  notebook: Notebook,
  updated: Notebook | undefined,
): Promise<boolean> {
  if (updated === undefined || serializeNotebook(updated) === serializeNotebook(notebook)) {
    return false;
  }
  await writeNotebook(path, updated);
  return true;
}
