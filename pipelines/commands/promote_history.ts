import { historyTable, readHistory } from "../../registry/mod.ts";
import { defineCommand } from "./command.ts";
import { REGISTERED_MODEL } from "./promotion_options.ts";

/** `deno task promote history`: tells every move of the aliases. */
export const promoteHistory = defineCommand({
  syntax: {
    name: "promote history",
    summary: "Tells who moved which alias, when, why, from where and to where.",
    options: { model: REGISTERED_MODEL },
  },
  async run({ registry }, { model }) {
    const history = await readHistory(registry, model);
    return { text: historyTable(history), json: history };
  },
});
