/** Notebooks on disk, as JSON or as TypeScript. */
import { type Notebook, parseNotebook, serializeNotebook } from "./notebook.ts";
import { pairWithText } from "./percent/pair.ts";
import { parsePercent } from "./percent/parse_percent.ts";
import { serializePercent } from "./percent/serialize_percent.ts";
import { writeWhole } from "./whole_file.ts";

/**
 * Reads an `.ipynb` file, or a `.ts` file of cells that begin with `// %%`.
 *
 * @throws {Deno.errors.NotFound} When there is none.
 * @throws {TypeError} When it is no notebook: names the file and the place.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await assert.rejects(readNotebook("/nowhere/01_explore.ipynb"), Deno.errors.NotFound);
 * ```
 */
export async function readNotebook(path: string): Promise<Notebook> {
  const bytes = await Deno.readFile(path);
  try {
    const text = readUtf8(bytes);
    return isTypeScript(path) ? parsePercent(text) : parseNotebook(text);
  } catch (cause) {
    throw new TypeError(`Cannot use "${path}": ${(cause as Error).message}`, { cause });
  }
}

/**
 * Reads a `.ts` file of cells, and takes what a text does not hold from its notebook, where there is
 * one: ids, outputs and metadata.
 *
 * @throws {Deno.errors.NotFound} When there is no text.
 * @throws {TypeError} When the notebook is none: names the file and the place.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const folder = await Deno.makeTempDir();
 * await Deno.writeTextFile(`${folder}/01_sum.ts`, "// %%\n1 + 1\n");
 * const { cells } = await readPaired(`${folder}/01_sum.ts`, `${folder}/01_sum.ipynb`);
 * assert.deepEqual(cells.map(({ source }) => source), ["1 + 1"]);
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function readPaired(text: string, notebook: string): Promise<Notebook> {
  try {
    return pairWithText(await readNotebook(notebook), await Deno.readTextFile(text));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return await readNotebook(text);
    throw error;
  }
}

/**
 * Writes an `.ipynb` or `.ts` file beside its place and moves it there; makes its folder where absent.
 * A `.ts` file holds neither ids nor outputs.
 *
 * @throws {RangeError} When TypeScript cannot hold a cell: names it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const folder = await Deno.makeTempDir();
 * const empty = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
 * await writeNotebook(`${folder}/new/01_empty.ipynb`, empty);
 * assert.deepEqual(await readNotebook(`${folder}/new/01_empty.ipynb`), empty);
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function writeNotebook(path: string, notebook: Notebook): Promise<void> {
  const text = isTypeScript(path) ? serializePercent(notebook) : serializeNotebook(notebook);
  await writeWhole(path, text);
}

/** Other bytes would be replaced by a character for what cannot be read, and lost. */
function readUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new TypeError("Cannot read the text as it must be UTF-8", { cause });
  }
}

function isTypeScript(path: string): boolean {
  return path.endsWith(".ts");
}
