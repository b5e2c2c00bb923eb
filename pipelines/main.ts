/** `deno task ingest | train | score | monitor | mlflow`. */
import process from "node:process";
import { commands } from "./commands/mod.ts";
import { readConfig } from "./config.ts";
import { openContext } from "./context.ts";
import { runCommand } from "./run_command.ts";

if (import.meta.main) {
  const [name, ...args] = Deno.args;
  const command = Object.entries(commands).find(([key]) => key === name)?.[1];
  if (command === undefined) {
    console.error(`Cannot run "${name ?? ""}": expected ${Object.keys(commands).join(", ")}`);
    Deno.exit(2);
  }
  Deno.exitCode = await runCommand(command, args, () => openContext(readConfig(), Date.now), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isTerminal: Deno.stderr.isTerminal(),
    now: Date.now,
  });
}
