/** `deno task serve | demo`. */
import process from "node:process";
import { openContext } from "../pipelines/context.ts";
import { readConfig, runMain } from "../pipelines/mod.ts";
import { commands } from "./commands/mod.ts";

if (import.meta.main) {
  Deno.exitCode = await runMain(commands, Deno.args, () => openContext(readConfig(), Date.now), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: Deno.stderr.isTerminal(),
    now: Date.now,
  });
}
