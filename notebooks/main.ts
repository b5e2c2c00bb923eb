/** `deno task notebooks list | run | strip | export`. */
import process from "node:process";
import { readConfig, runMain } from "../pipelines/mod.ts";
import { commands } from "./commands/mod.ts";
import { notebookPlace } from "./commands/place.ts";

if (import.meta.main) {
  const openPlace = () =>
    Promise.resolve(
      notebookPlace({ folder: import.meta.dirname!, home: readConfig().home, now: Date.now }),
    );
  Deno.exitCode = await runMain(commands, Deno.args, openPlace, {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: Deno.stderr.isTerminal(),
    now: Date.now,
  });
}
