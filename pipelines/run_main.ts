/** Runs the command that the first word of a command line names. */
import type { PipelineCommand } from "./commands/command.ts";
import type { CommandOptions, CommandSyntax } from "./command.ts";
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
export async function runMain<C extends AsyncDisposable>(
  commands: Readonly<Record<string, PipelineCommand<CommandOptions, C>>>,
  [name = "", ...args]: readonly string[],
  openContext: () => Promise<C>,
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

function listText(
  commands: Readonly<Record<string, { readonly syntax: CommandSyntax }>>,
): string {
  const syntaxes = Object.values(commands).map(({ syntax }) => syntax);
  const width = Math.max(...syntaxes.map(({ name }) => name.length));
  return [
    "Usage: deno task COMMAND [options]",
    "",
    ...syntaxes.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "The options of a command: deno task COMMAND --help",
    "",
  ].join("\n");
}
