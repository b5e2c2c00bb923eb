/** `deno task serve | demo`. */
import process from "node:process";
import { openContext } from "../pipelines/context.ts";
import { readConfig, runCommand } from "../pipelines/mod.ts";
import { commands } from "./commands/mod.ts";

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
