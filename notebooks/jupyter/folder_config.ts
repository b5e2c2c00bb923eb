/** What a folder of notebooks outside the project needs to know the project's imports. */
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

const config = z.object({ imports: z.record(z.string(), z.string()) });

/**
 * The text of a `deno.json` with the project's imports; its own files by their whole address. The
 * kernel finds it from the folder of a notebook. It is a copy, as Deno lets no configuration name
 * another one.
 *
 * @param text Text of the project's `deno.json`.
 * @param path Where that lies.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = '{ "imports": { "a": "npm:a@1.0.0", "wattbook": "./notebooks/mod.ts" } }';
 * assert.deepEqual(JSON.parse(folderConfig(text, "/code/deno.json")), {
 *   imports: { a: "npm:a@1.0.0", wattbook: "file:///code/notebooks/mod.ts" },
 * });
 * ```
 */
export function folderConfig(text: string, path: string): string {
  const { imports } = config.parse(JSON.parse(text));
  const folder = pathToFileURL(`${dirname(path)}/`);
  const known = Object.entries(imports)
    .map(([name, to]) => [name, to.startsWith(".") ? new URL(to, folder).href : to]);
  return `${JSON.stringify({ imports: Object.fromEntries(known) }, null, 2)}\n`;
}
