import { rollBack } from "../../registry/mod.ts";
import { defineCommand } from "./command.ts";
import { moveResult } from "./move_result.ts";
import { MOVE_OPTIONS } from "./promotion_options.ts";

/** `deno task promote rollback`: gives an alias back to the version that had it before. */
export const promoteRollback = defineCommand({
  syntax: {
    name: "promote rollback",
    summary: "Points an alias back at the version it had before, if that is still whole.",
    options: {
      ...MOVE_OPTIONS,
      reason: {
        type: "string",
        placeholder: "TEXT",
        description: "Why",
        default: "back to the version before",
      },
    },
  },
  async run({ registry, now }, { model: name, ...mover }) {
    const id = crypto.randomUUID().slice(0, 8);
    return await moveResult(rollBack(registry, { name, ...mover, id, now: now() }));
  },
});
