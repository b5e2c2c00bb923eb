/** What the tests of promotion's commands share: a home with logged versions, and their commands. */
import type { CommandOptions } from "../command.ts";
import { parseCommand } from "../command.ts";
import { type Context, openContext } from "../context.ts";
import { silent } from "../trained_home_fixture.ts";
import type { CommandResult, PipelineCommand } from "./command.ts";

/** Runs a command with what is typed after its name. */
export type RunLine = <O extends CommandOptions>(
  command: PipelineCommand<O>,
  ...args: string[]
) => Promise<CommandResult>;

/**
 * Runs a test in a home of its own, whose clock shows 1 ms more at each look.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { promoteHistory } from "./promote_history.ts";
 * await withPromotionHome(async (_context, run) => {
 *   await assert.rejects(run(promoteHistory), { errorCode: "RESOURCE_DOES_NOT_EXIST" });
 * });
 * ```
 */
export async function withPromotionHome(
  use: (context: Context, run: RunLine) => Promise<void>,
): Promise<void> {
  const home = await Deno.makeTempDir();
  let time = 0;
  try {
    await using context = await openContext({ home }, () => time++);
    await use(context, async (command, ...args) => {
      const { options, words } = parseCommand(command.syntax, args);
      command.check?.(options);
      return await command.run(context, options, silent, words);
    });
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}
