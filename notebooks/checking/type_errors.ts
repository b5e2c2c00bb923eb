/** Errors of types that the kernel, which runs code without looking at its types, does not tell. */
import { basename } from "node:path";
import type { Notebook } from "../documents/mod.ts";
import { codeModule } from "./code_module.ts";
import type { Finding } from "./finding.ts";

/**
 * What `deno check` says of a notebook's code as one module, which lies beside the notebook for that
 * while: the project's settings and relative imports are those of the notebook. A name that two cells
 * declare is an error here, though a kernel takes it.
 *
 * @param cwd Folder of the notebook.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const cell = { cell_type: "code", id: "a", metadata: {}, source: "\nconst a: number = 'b';" } as const;
 * const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
 * const [{ cell: at, line, message }] = await findTypeErrors(notebook, await Deno.makeTempDir());
 * assert.deepEqual([at, line], [1, 2]);
 * assert.equal(message, "Type 'string' is not assignable to type 'number'.");
 * ```
 */
export async function findTypeErrors(notebook: Notebook, cwd: string): Promise<Finding[]> {
  const { text, places } = codeModule(notebook);
  const path = await Deno.makeTempFile({ dir: cwd, prefix: ".check-", suffix: ".ts" });
  try {
    await Deno.writeTextFile(path, text);
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["check", "--quiet", basename(path)],
      cwd,
      env: { NO_COLOR: "1" },
      stdin: "null",
      stdout: "null",
      stderr: "piped",
    }).output();
    if (success) return [];
    return readErrors(new TextDecoder().decode(stderr), basename(path)).map((error) => {
      const place = places[error.line - 1];
      return {
        kind: "types",
        ...place,
        message: error.message,
        ...(place !== undefined && { details: [text.split("\n")[error.line - 1].trim()] }),
      };
    });
  } finally {
    await Deno.remove(path);
  }
}

/**
 * The messages of `deno check`, with the lines of the module at which they point; 0 for those that
 * point elsewhere.
 *
 * @param file Name of the module.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const said = "TS2304 [ERROR]: Cannot find name 'a'.\na;\n~\n    at file:///x/m.ts:3:1\n";
 * assert.deepEqual(readErrors(said, "m.ts"), [{ line: 3, message: "Cannot find name 'a'." }]);
 * ```
 */
export function readErrors(said: string, file: string): { line: number; message: string }[] {
  const errors = said.split(/^(?=TS\d+ \[ERROR\]: |error: )/m)
    .filter((one) => /^(TS|error: )/.test(one) && !one.startsWith("error: Type checking failed"))
    .map((one) => {
      const [, line = "0"] = one.match(new RegExp(`at file:\\S*/${RegExp.escape(file)}:(\\d+)`)) ??
        [];
      // The code that a message is about stands below it, and is told from the notebook.
      const [message] = one.replace(/^(TS\d+ \[ERROR\]|error): /, "").split(
        /\n\n|\n(?=\S)|\s+at file:/,
      );
      return { line: Number(line), message: message.trim() };
    });
  return errors.length > 0 ? errors : [{ line: 0, message: said.trim() }];
}
