/** `/model-versions/search`. */

import { atMost } from "../requests/parameter_checks.ts";
import { checked, integer, text, textList } from "../requests/parameters.ts";
import { modelVersionRecord, type ModelVersionRow } from "../records/model_versions.ts";
import { orAbsent } from "../records/pairs.ts";
import { parseFilter } from "../search/filter.ts";
import type { SearchGrammar } from "../search/grammar.ts";
import { order, parseDistinctOrders } from "../search/order.ts";
import { positiveSize } from "../search/page_size.ts";
import { promptSearch } from "../search/prompts.ts";
import { modelVersionFilter, modelVersionOrderKey } from "../search/registry_filter.ts";
import { searchPage } from "../search/search_page.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const grammar: SearchGrammar = {
  attributes: {
    name: "v.name",
    version_number: "v.version",
    run_id: "v.run_id",
    source_path: "v.source",
    creation_timestamp: "v.creation_timestamp",
    last_updated_timestamp: "v.last_updated_timestamp",
  },
  entities: {
    tag: {
      value: "t.value",
      from: "model_version_tags t WHERE t.name = v.name AND t.version = v.version",
      key: "t.key",
    },
  },
};

const search = defineRoute({
  method: "GET",
  path: "model-versions/search",
  parameters: {
    filter: text,
    max_results: checked(integer, atMost(200_000)),
    order_by: textList,
    page_token: text,
  },
  answer({ database }, search) {
    const size = positiveSize(search.max_results ?? 10_000);
    const asked = parseFilter(search.filter ?? "", modelVersionFilter);
    const { where, condition } = promptSearch(asked, "model_version_tags", "v.name");
    const orderBy = search.order_by.length === 0
      ? ["last_updated_timestamp DESC"]
      : search.order_by;
    const keys = parseDistinctOrders(orderBy, modelVersionOrderKey);
    const by = order(grammar, keys, "v.name, v.version DESC");
    const select = {
      text: `SELECT v.* FROM model_versions v
        WHERE v.lifecycle_stage = 'active' AND ${condition}`,
      values: [],
    };
    const page = searchPage<ModelVersionRow>(
      database,
      { select, grammar, where, by },
      { size, token: search.page_token },
    );
    return {
      model_versions: orAbsent(page.items.map((row) => modelVersionRecord(database, row))),
      next_page_token: page.nextPageToken,
    };
  },
});

/** The search of model versions. */
export const modelVersionSearchRoutes: readonly Route[] = [search];
