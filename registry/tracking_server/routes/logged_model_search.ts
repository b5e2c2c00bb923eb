/** `/logged-models/search`. */

import { integer, text, textList } from "../parameters.ts";
import { experimentNumber } from "../records/experiments.ts";
import { loggedModelRecord, type LoggedModelRow } from "../records/logged_models.ts";
import { orAbsent } from "../records/pairs.ts";
import { parseFilter } from "../search/filter.ts";
import { condition, type SearchGrammar } from "../search/grammar.ts";
import { pageSize, readPage } from "../search/page.ts";
import { defineRoute } from "./define.ts";
import type { Route } from "./route.ts";

const tag = {
  type: "text",
  value: "t.value",
  from: "logged_model_tags t WHERE t.model_id = l.model_id",
  key: "t.key",
} as const;

const param = {
  type: "text",
  value: "p.value",
  from: "logged_model_params p WHERE p.model_id = l.model_id",
  key: "p.key",
} as const;

const grammar: SearchGrammar = {
  attributeNames: ["attribute", "attributes"],
  attributes: {
    name: { type: "text", value: "l.name" },
    model_id: { type: "text", value: "l.model_id" },
    model_type: { type: "text", value: "l.model_type" },
    status: { type: "text", value: "REPLACE(l.status, 'LOGGED_MODEL_', '')" },
    source_run_id: { type: "text", value: "l.source_run_id" },
    creation_timestamp: { type: "number", value: "l.creation_timestamp_ms" },
    last_updated_timestamp: { type: "number", value: "l.last_updated_timestamp_ms" },
  },
  entities: { tag, tags: tag, param, params: param },
};

const search = defineRoute({
  method: "POST",
  path: "logged-models/search",
  parameters: { experiment_ids: textList, filter: text, max_results: integer, page_token: text },
  answer({ database }, search) {
    const experiments = search.experiment_ids.map(experimentNumber);
    const where = condition(grammar, parseFilter(search.filter ?? ""));
    const size = pageSize(search.max_results, { preset: 50, most: 50_000 });
    const page = readPage(
      { size, token: search.page_token },
      (limit, offset) =>
        database.all<LoggedModelRow>(
          `SELECT l.* FROM logged_models l
         WHERE l.experiment_id IN (SELECT value FROM json_each(?))
           AND l.lifecycle_stage = 'active' AND ${where.text}
         ORDER BY l.creation_timestamp_ms DESC, l.model_id LIMIT ? OFFSET ?`,
          ...[JSON.stringify(experiments), ...where.values, limit, offset],
        ),
    );
    return {
      models: orAbsent(page.items.map((row) => loggedModelRecord(database, row))),
      next_page_token: page.nextPageToken,
    };
  },
});

/** The search of logged models, newest first. */
export const loggedModelSearchRoutes: readonly Route[] = [search];
