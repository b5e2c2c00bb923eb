/** What interop tests share: running one of our Python scripts to its end. */

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { mlflowEnvironment } from "./tracking_server_fixture.ts";

/**
 * The standard output of a script, whose failure shows its standard error.
 *
 * @param python The interpreter.
 * @param script Its address, for example `new URL("interop_client.py", import.meta.url)`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const folder = await Deno.makeTempDir();
 * await Deno.writeTextFile(`${folder}/greet.sh`, 'echo "hello $1"');
 * const script = new URL(`file://${folder}/greet.sh`);
 * assert.equal(await scriptOutput("sh", script, "meters"), "hello meters\n");
 * ```
 */
export async function scriptOutput(
  python: string,
  script: URL,
  ...args: string[]
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(python, {
    args: [fileURLToPath(script), ...args],
    env: mlflowEnvironment,
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}
