/** Runs the command that the first words of a command line name. */
import type { PipelineCommand } from "./commands/command.ts";
import type { CommandOptions, CommandSyntax } from "./command.ts";
import { runCommand, type Terminal } from "./run_command.ts";

/**
 * Runs a command by its name of one or two words, the longer where both fit, with the words after
 * it; `--help` or `-h` lists the commands.
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
  args: readonly string[],
  openContext: () => Promise<C>,
  terminal: Terminal,
): Promise<number> {
  const [first = "", second = ""] = args;
  if (first === "--help" || first === "-h") {
    terminal.out(listText(commands));
    return 0;
  }
  const names = Object.keys(commands);
  const name = [`${first} ${second}`, first].find((name) => names.includes(name));
  const family = names.filter((name) => name.split(" ")[0] === first);
  // A mistyped second word must not reach a command that takes none as if it were its own.
  const isUnknownWord = name === first && family.length > 1 && !/^(-|$)/.test(second) &&
    !commands[name].syntax.words?.length;
  if (name === undefined || isUnknownWord) {
    const given = family.length > 0 ? `${first} ${second}`.trim() : first;
    const expected = family.length > 0 ? family : names;
    terminal.err(`Cannot run "${given}": expected ${expected.join(", ")}\n`);
    return 2;
  }
  const rest = args.slice(name.split(" ").length);
  return await runCommand(commands[name], rest, openContext, terminal);
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
