/** `/model-versions/search`. */

import { integer, text, textList } from "../parameters.ts";
import { modelVersionRecord, type ModelVersionRow } from "../records/model_versions.ts";
import { orAbsent } from "../records/pairs.ts";
import { parseFilter } from "../search/filter.ts";
import { condition, type SearchGrammar } from "../search/grammar.ts";
import { order, parseOrder } from "../search/order.ts";
import { pageSize, readPage } from "../search/page.ts";
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
    const where = condition(grammar, parseFilter(search.filter ?? ""));
    const orderBy = search.order_by.length === 0
      ? ["last_updated_timestamp DESC"]
      : search.order_by;
    const by = order(grammar, orderBy.map(parseOrder), "v.name, v.version DESC");
    const size = pageSize(search.max_results, { preset: 10_000, most: 200_000 });
    const page = readPage(
      { size, token: search.page_token },
      (limit, offset) =>
        database.all<ModelVersionRow>(
          `SELECT v.* FROM model_versions v WHERE v.lifecycle_stage = 'active' AND ${where.text}
         ORDER BY ${by.text} LIMIT ? OFFSET ?`,
          ...[...where.values, ...by.values, limit, offset],
        ),
    );
    return {
      model_versions: orAbsent(page.items.map((row) => modelVersionRecord(database, row))),
      next_page_token: page.nextPageToken,
    };
  },
});

/** The search of model versions. */
export const modelVersionSearchRoutes: readonly Route[] = [search];
