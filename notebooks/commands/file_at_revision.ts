/** Files as git keeps them. */

/**
 * The text of a file at a revision.
 *
 * @param revision As git names it: `HEAD`, `HEAD~1`, a branch, the beginning of a digest.
 * @param name Name of the file in its folder.
 * @param cause Why a revision is meant.
 * @throws {RangeError} When git does not know the revision or the file in it, or there is no git.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = await readFileAt("HEAD", "01_explore.ipynb", import.meta.dirname + "/..");
 * assert.ok(text.startsWith("{"));
 * ```
 */
export async function readFileAt(
  revision: string,
  name: string,
  folder: string,
  cause?: Error,
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command("git", {
    // A revision that begins with a dash must not be an option.
    args: ["show", "--end-of-options", `${revision}:./${name}`],
    cwd: folder,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).output();
  if (success) return new TextDecoder().decode(stdout);
  const said = new TextDecoder().decode(stderr).trim().split("\n")[0];
  throw new RangeError(`Cannot read "${name}" at the revision "${revision}": ${said}`, { cause });
}
