/** A list of commands that must all succeed, told in one line each. */
import { runCommand } from "./run_command.ts";

/** One command and what it is for. */
export interface Stage {
  /** What the stage shows, for people. */
  readonly name: string;
  /** Program and arguments. */
  readonly command: readonly string[];
}

/**
 * Runs stages in order and stops at the first that fails.
 *
 * @param stages What to run.
 * @param print Takes one line per stage, and the whole output of a stage that fails.
 * @returns The exit code of the stage that failed, or 0.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const lines: string[] = [];
 * const command = [Deno.execPath(), "eval", "1"];
 * const code = await runStages([{ name: "one", command }], (line) => lines.push(line));
 * assert.equal(code, 0);
 * assert.match(lines[0], /^ok {6}one \(\d+ s\)$/);
 * ```
 */
export async function runStages(
  stages: readonly Stage[],
  print: (line: string) => void,
): Promise<number> {
  for (const { name, command } of stages) {
    const start = performance.now();
    const { code, output } = await runCommand(command);
    const seconds = Math.round((performance.now() - start) / 1000);
    print(`${code === 0 ? "ok    " : "FAILED"}  ${name} (${seconds} s)`);
    if (code === 0) continue;
    print(output.trimEnd());
    return code;
  }
  return 0;
}
