/** Runs the command that the first word of a command line names. */
import type { PipelineCommand } from "./commands/command.ts";
import type { Context } from "./context.ts";
import { runCommand, type Terminal } from "./run_command.ts";

/**
 * Runs a command by name with the words after it; `--help` or `-h` lists the commands.
 *
 * @returns The exit code: 0, 1 when the command failed, 2 when the command line was wrong.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { commands } from "./commands/mod.ts";
 * const told: string[] = [];
 * const terminal = { out: (text: string) => told.push(text), err() {}, isTerminal: false, now: () => 0 };
 * const noContext = () => Promise.reject(new Error("Not needed"));
 * assert.equal(await runMain(commands, ["--help"], noContext, terminal), 0);
 * assert.match(told[0], /\n {2}train +Trains the ensemble/);
 * ```
 */
export async function runMain(
  commands: Readonly<Record<string, PipelineCommand>>,
  [name = "", ...args]: readonly string[],
  openContext: () => Promise<Context>,
  terminal: Terminal,
): Promise<number> {
  if (name === "--help" || name === "-h") {
    terminal.out(listText(commands));
    return 0;
  }
  if (!Object.hasOwn(commands, name)) {
    terminal.err(`Cannot run "${name}": expected ${Object.keys(commands).join(", ")}\n`);
    return 2;
  }
  return await runCommand(commands[name], args, openContext, terminal);
}

function listText(commands: Readonly<Record<string, PipelineCommand>>): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  return [
    "Usage: deno task COMMAND [options]",
    "",
    ...Object.entries(commands).map(([name, { syntax }]) =>
      `  ${name.padEnd(width)}  ${syntax.summary}`
    ),
    "",
    "The options of a command: deno task COMMAND --help",
    "",
  ].join("\n");
}
