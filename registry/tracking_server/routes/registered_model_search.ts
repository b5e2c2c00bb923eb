/** `/registered-models/search`. */

import { atMost } from "../requests/parameter_checks.ts";
import { checked, integer, text, textList } from "../requests/parameters.ts";
import { orAbsent } from "../records/pairs.ts";
import { registeredModelRecord, type RegisteredModelRow } from "../records/registered_models.ts";
import { parseFilter } from "../search/filter.ts";
import type { SearchGrammar } from "../search/grammar.ts";
import { order, parseDistinctOrders } from "../search/order.ts";
import { positiveSize } from "../search/page_size.ts";
import { promptSearch } from "../search/prompts.ts";
import { registeredModelFilter, registeredModelOrderKey } from "../search/registry_filter.ts";
import { searchPage } from "../search/search_page.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const grammar: SearchGrammar = {
  attributes: { name: "m.name", last_updated_timestamp: "m.last_updated_timestamp" },
  entities: {
    tag: {
      value: "t.value",
      from: "registered_model_tags t WHERE t.name = m.name",
      key: "t.key",
    },
  },
};

const search = defineRoute({
  method: "GET",
  path: "registered-models/search",
  parameters: {
    filter: text,
    max_results: checked(integer, atMost(1000)),
    order_by: textList,
    page_token: text,
  },
  answer({ database }, search) {
    const size = positiveSize(search.max_results ?? 100);
    const asked = parseFilter(search.filter ?? "", registeredModelFilter);
    const { where, condition } = promptSearch(asked, "registered_model_tags", "m.name");
    const by = order(
      grammar,
      parseDistinctOrders(search.order_by, registeredModelOrderKey),
      "m.name",
    );
    const select = { text: `SELECT m.* FROM registered_models m WHERE ${condition}`, values: [] };
    const page = searchPage<RegisteredModelRow>(
      database,
      { select, grammar, where, by },
      { size, token: search.page_token },
    );
    return {
      registered_models: orAbsent(page.items.map((row) => registeredModelRecord(database, row))),
      next_page_token: page.nextPageToken,
    };
  },
});

/** The search of registered models. */
export const registeredModelSearchRoutes: readonly Route[] = [search];
