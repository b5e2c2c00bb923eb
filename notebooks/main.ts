/** `deno task notebooks COMMAND`: those that `commands/mod.ts` lists. */
import { join } from "node:path";
import process from "node:process";
import { readConfig, readGitCommit, readUserFolders, runMain } from "../pipelines/mod.ts";
import { commands } from "./commands/mod.ts";
import { notebookPlace } from "./commands/place.ts";

if (import.meta.main) {
  const folder = import.meta.dirname!;
  const openPlace = async () => {
    const { home, tracking } = readConfig();
    const commit = await readGitCommit(join(folder, ".."));
    const userFolders = readUserFolders();
    const colour = Deno.stdout.isTerminal() && !Deno.noColor;
    return notebookPlace({ folder, home, tracking, commit, userFolders, colour, now: Date.now });
  };
  Deno.exitCode = await runMain(commands, Deno.args, openPlace, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: Deno.stderr.isTerminal(),
    now: Date.now,
  });
}
