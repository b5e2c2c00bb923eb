/** Runs one command line from its words to its exit code. */
import type { PipelineCommand } from "./commands/command.ts";
import { type CommandOptions, helpText, parseCommand, UsageError } from "./command.ts";
import { createProgress } from "./progress.ts";

/** What a command line runs in. */
export interface Terminal {
  /** Takes what the command was asked for. */
  readonly out: (text: string) => void;
  /** Takes progress and errors. */
  readonly err: (text: string) => void;
  /** Whether `err` can redraw a line. */
  readonly isTerminal: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const JSON_OPTION = {
  type: "boolean",
  description: "Print one JSON object as the last line",
} as const;

/**
 * Parses and checks the arguments, runs the command and prints its result to `out`, its progress and
 * errors to `err`; then lets a command that serves go on until the process is told to stop.
 *
 * @returns The exit code: 0 or that of the result, 1 when the command failed, 2 when the command line
 * was wrong.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { defineCommand } from "./commands/command.ts";
 * const command = defineCommand({
 *   syntax: { name: "greet", summary: "Greets", options: {} },
 *   run: () => Promise.resolve({ text: "Hello", json: {} }),
 * });
 * const told: string[] = [];
 * const terminal = { out: (text: string) => told.push(text), err() {}, isTerminal: false, now: () => 0 };
 * const noContext = () => Promise.reject(new Error("Not needed"));
 * assert.equal(await runCommand(command, ["--help"], noContext, terminal), 0);
 * assert.match(told[0], /^Greets/);
 * ```
 */
export async function runCommand<C extends AsyncDisposable>(
  command: PipelineCommand<CommandOptions, C>,
  args: readonly string[],
  openContext: () => Promise<C>,
  { out, err, isTerminal, now }: Terminal,
): Promise<number> {
  const syntax = {
    ...command.syntax,
    options: { ...command.syntax.options, json: JSON_OPTION },
  };
  if (args.includes("--help") || args.includes("-h")) {
    out(helpText(syntax));
    return 0;
  }
  try {
    const { options, words } = parseCommand(syntax, args);
    command.check?.(options);
    await using context = await openContext();
    const { text, json, code = 0, serve } = await command.run(
      context,
      options,
      createProgress({ write: err, isTerminal, now }),
      words,
    );
    out(options.json ? `${JSON.stringify(json)}\n` : `${text}\n`);
    await serve?.();
    return code;
  } catch (error) {
    err(`${isTerminal ? "\n" : ""}${explain(error)}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\n  because: ${explain(error.cause)}`;
  return `${error.name}: ${error.message}${cause}`;
}
