/** The contract of a command that a `main.ts` runs. */
import type { CommandOptions, CommandSyntax, ParsedOptions } from "../command.ts";
import type { Context } from "../context.ts";
import type { Progress } from "../progress.ts";

/** A command that a person or a scheduler starts; `C` is what it works with. */
export interface PipelineCommand<O extends CommandOptions = CommandOptions, C = Context> {
  readonly syntax: CommandSyntax<O>;
  /**
   * Checks options that are more than words and numbers or that do not go together, before
   * anything is opened.
   *
   * @throws {UsageError} Naming the option.
   */
  check?(options: ParsedOptions<O>): void;
  /**
   * Does the work.
   *
   * @param words As many as the syntax names.
   * @returns The summary, as lines for people and as a value for programs. It is printed before
   *   a command that serves goes on.
   */
  run(
    context: C,
    options: ParsedOptions<O>,
    progress: Progress,
    words: readonly string[],
  ): Promise<CommandResult>;
}

/** What a command has to say in the end. */
export interface CommandResult {
  readonly text: string;
  /** Plain JSON. */
  readonly json: unknown;
  /** Exit code of a command that was broken off and says how far it came. @default {0} */
  readonly code?: number;
  /** Serves until the process is told to stop, then lets go of all it holds. */
  readonly serve?: () => Promise<void>;
}

/**
 * Checks a command against its own options.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const command = defineCommand({
 *   syntax: { name: "hello", summary: "Says hello", options: {} },
 *   run: () => Promise.resolve({ text: "hello", json: "hello" }),
 * });
 * assert.equal(command.syntax.name, "hello");
 * ```
 */
export function defineCommand<const O extends CommandOptions, C = Context>(
  command: PipelineCommand<O, C>,
): PipelineCommand<O, C> {
  return command;
}
