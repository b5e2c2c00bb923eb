/** `/registered-models/search`. */

import { integer, text, textList } from "../parameters.ts";
import { orAbsent } from "../records/pairs.ts";
import { registeredModelRecord, type RegisteredModelRow } from "../records/registered_models.ts";
import type { SearchGrammar } from "../search/grammar.ts";
import { order, parseOrder } from "../search/order.ts";
import { searchPage } from "../search/search_page.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const tag = {
  type: "text",
  value: "t.value",
  from: "registered_model_tags t WHERE t.name = m.name",
  key: "t.key",
  // MLflow's clients ask for this to leave out prompts, which it keeps as registered models.
  absentDiffers: ["mlflow.prompt.is_prompt"],
} as const;

const grammar: SearchGrammar = {
  attributeNames: ["attribute", "attributes"],
  attributes: {
    name: { type: "text", value: "m.name" },
    timestamp: { type: "number", value: "m.last_updated_timestamp" },
    last_updated_timestamp: { type: "number", value: "m.last_updated_timestamp" },
  },
  entities: { tag, tags: tag },
};

const search = defineRoute({
  method: "GET",
  path: "registered-models/search",
  parameters: { filter: text, max_results: integer, order_by: textList, page_token: text },
  answer({ database }, search) {
    const select = { text: "SELECT m.* FROM registered_models m WHERE TRUE", values: [] };
    const by = order(grammar, search.order_by.map(parseOrder), "m.name");
    const page = searchPage<RegisteredModelRow>(
      database,
      { select, grammar, by, pages: { preset: 100, most: 1000 } },
      search,
    );
    return {
      registered_models: orAbsent(page.items.map((row) => registeredModelRecord(database, row))),
      next_page_token: page.nextPageToken,
    };
  },
});

/** The search of registered models. */
export const registeredModelSearchRoutes: readonly Route[] = [search];
