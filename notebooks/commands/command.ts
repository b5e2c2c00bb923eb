/** The contract of a command of `notebooks/main.ts`. */
import type { CommandSyntax } from "../../pipelines/mod.ts";

/** What a command runs in. */
export interface Surroundings {
  /** Folder of the project's notebooks. */
  readonly folder: string;
  /** Folder of everything that is written. */
  readonly home: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Takes a line of what the command was asked for. */
  readonly out: (line: string) => void;
  /** Takes a line of progress or of what went wrong. */
  readonly err: (line: string) => void;
}

/** One command. */
export interface NotebookCommand {
  readonly syntax: CommandSyntax;
  /**
   * Parses the arguments and runs.
   *
   * @returns The exit code.
   * @throws {UsageError} When the arguments are wrong.
   */
  run(args: readonly string[], surroundings: Surroundings): Promise<number>;
}
