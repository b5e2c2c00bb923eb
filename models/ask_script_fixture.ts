/** What tests beside Python packages share: a question to a script, and its answer. */
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";

/**
 * What a script prints, as JSON, of the JSON in the file that its argument names.
 *
 * @param python The interpreter.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const folder = await Deno.makeTempDir();
 * await Deno.writeTextFile(`${folder}/echo.sh`, 'cat "$1"');
 * const script = new URL(`file://${folder}/echo.sh`);
 * assert.deepEqual(await askScript("sh", script, { meters: 3 }), { meters: 3 });
 * ```
 */
export async function askScript<Answer>(
  python: string,
  script: URL,
  question: unknown,
): Promise<Answer> {
  const file = await Deno.makeTempFile({ suffix: ".json" });
  try {
    await Deno.writeTextFile(file, JSON.stringify(question));
    const args = [fileURLToPath(script), file];
    const { success, stdout, stderr } = await new Deno.Command(python, { args }).output();
    assert.ok(success, new TextDecoder().decode(stderr));
    return JSON.parse(new TextDecoder().decode(stdout));
  } finally {
    await Deno.remove(file);
  }
}
