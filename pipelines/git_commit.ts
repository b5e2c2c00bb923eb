/** Which commit of the code runs, read from the files of git: no program needs to be run. */
import { join, resolve } from "node:path";

/**
 * The commit that a working copy is at; `undefined` where there is no git, as in an archive.
 *
 * @param folder Top folder of the working copy.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await readGitCommit(await Deno.makeTempDir()), undefined);
 * ```
 */
export async function readGitCommit(folder: string): Promise<string | undefined> {
  const git = await gitFolder(folder);
  const head = await read(join(git, "HEAD"));
  const ref = head?.match(/^ref: (.+)$/)?.[1];
  if (ref === undefined) return commit(head);
  // Branches of a linked working copy lie in the folder of the main one.
  const common = resolve(git, await read(join(git, "commondir")) ?? ".");
  return commit(await read(join(common, ref))) ??
    packedCommit(await read(join(common, "packed-refs")), ref);
}

/** A linked working copy and a submodule have a file that says where the folder is. */
async function gitFolder(folder: string): Promise<string> {
  const elsewhere = (await read(join(folder, ".git")))?.match(/^gitdir: (.+)$/)?.[1];
  return elsewhere === undefined ? join(folder, ".git") : resolve(folder, elsewhere);
}

function packedCommit(packed: string | undefined, ref: string): string | undefined {
  const line = packed?.split("\n").find((line) => line.endsWith(` ${ref}`));
  return commit(line?.split(" ")[0]);
}

function commit(text: string | undefined): string | undefined {
  return text !== undefined && /^[0-9a-f]{40,64}$/.test(text) ? text : undefined;
}

/** The text of a file without the space around it; `undefined` where there is no such file. */
async function read(path: string): Promise<string | undefined> {
  try {
    return (await Deno.readTextFile(path)).trim();
  } catch {
    // Whatever keeps it from being read, training is not to fail for it.
    return undefined;
  }
}
