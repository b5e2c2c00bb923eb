/** `deno task ingest | train | evaluate | tune | score | monitor | promote | mlflow`. */
import process from "node:process";
import { commands } from "./commands/mod.ts";
import { readConfig } from "./config.ts";
import { openContext } from "./context.ts";
import { runMain } from "./run_main.ts";

if (import.meta.main) {
  Deno.exitCode = await runMain(commands, Deno.args, () => openContext(readConfig(), Date.now), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: Deno.stderr.isTerminal(),
    now: Date.now,
  });
}
