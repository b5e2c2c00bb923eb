/** `/model-versions/search`. */

import { integer, text, textList } from "../parameters.ts";
import { modelVersionRecord, type ModelVersionRow } from "../records/model_versions.ts";
import { orAbsent } from "../records/pairs.ts";
import type { SearchGrammar } from "../search/grammar.ts";
import { order, parseOrder } from "../search/order.ts";
import { searchPage } from "../search/search_page.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const tag = {
  type: "text",
  value: "t.value",
  from: "model_version_tags t WHERE t.name = v.name AND t.version = v.version",
  key: "t.key",
  // MLflow's clients ask for this to leave out prompts, which it keeps as registered models.
  absentDiffers: ["mlflow.prompt.is_prompt"],
} as const;

const grammar: SearchGrammar = {
  attributeNames: ["attribute", "attributes"],
  attributes: {
    name: { type: "text", value: "v.name" },
    version_number: { type: "number", value: "v.version" },
    run_id: { type: "text", value: "v.run_id" },
    source_path: { type: "text", value: "v.source" },
    creation_timestamp: { type: "number", value: "v.creation_timestamp" },
    last_updated_timestamp: { type: "number", value: "v.last_updated_timestamp" },
  },
  entities: { tag, tags: tag },
};

const search = defineRoute({
  method: "GET",
  path: "model-versions/search",
  parameters: { filter: text, max_results: integer, order_by: textList, page_token: text },
  answer({ database }, search) {
    const select = {
      text: "SELECT v.* FROM model_versions v WHERE v.lifecycle_stage = 'active'",
      values: [],
    };
    const orderBy = search.order_by.length === 0
      ? ["last_updated_timestamp DESC"]
      : search.order_by;
    const by = order(grammar, orderBy.map(parseOrder), "v.name, v.version DESC");
    const page = searchPage<ModelVersionRow>(
      database,
      { select, grammar, by, pages: { preset: 10_000, most: 200_000 } },
      search,
    );
    return {
      model_versions: orAbsent(page.items.map((row) => modelVersionRecord(database, row))),
      next_page_token: page.nextPageToken,
    };
  },
});

/** The search of model versions. */
export const modelVersionSearchRoutes: readonly Route[] = [search];
